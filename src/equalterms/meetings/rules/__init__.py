"""What may be done to meetings, and by whom. `may_...` answers; `check_may_...` says no in words."""
