"""Who may do what to a decision, and what comes of it. `may_...` answers; `check_may_...` says no in words."""
