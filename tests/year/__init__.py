"""A seeded year of a company of thirty reps, and what its managers read of it.

company.py makes the year and pours it into a database, in about a second and the same every time; __main__.py tells the
digests in both languages and takes their pictures for the papers; test_a_year.py counts them again by hand.
"""
