"""Everything of a workspace as one file that anybody can read: a zip of JSON Lines, a file a table, with a manifest.

The format is described in docs/format.md; it is the promise that what is in Dibs belongs to those who put it there.
"""
