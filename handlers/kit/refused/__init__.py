"""Why something was declined, in sentences: a table of codes for each subject. `handlers/kit/refusals.py` reads them."""
