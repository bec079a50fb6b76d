"""What people say: notes, forms, clips and plain words, heard, kept, corrected and taken back."""
