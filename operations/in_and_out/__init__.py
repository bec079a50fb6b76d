"""Lists, inquiries and whole copies, coming in and going out."""
