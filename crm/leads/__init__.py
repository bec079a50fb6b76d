"""Leads: somebody who is no customer yet, or is one, speaks first. What they say is read, told apart, and signed here."""
