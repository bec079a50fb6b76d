"""An old list becomes rows about customers: which column is what, and what each row says."""
