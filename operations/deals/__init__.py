"""Deals and the list of their stages."""
