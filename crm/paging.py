"""Where a page of a list begins."""


def page_start(*, offset: int, total: int, most: int) -> int:
    """The offset asked for, or that of the last page where the list has become shorter; `most` stand on a page."""
    return min(offset, max(0, total - 1) // most * most)
