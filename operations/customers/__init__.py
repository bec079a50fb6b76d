"""A customer, its people, its plans and complaints: looked up, corrected, merged and shared."""
