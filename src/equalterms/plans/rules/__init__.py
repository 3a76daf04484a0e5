"""Who may do what to plans, accounts, readings and disputes."""
