"""Where the pages of a list begin."""

PAGE = 10  # customers on one


def page_start(*, offset: int, total: int, most: int = PAGE) -> int:
    """The offset asked for, or that of the last page where the list has become shorter; `most` stand on a page."""
    return min(offset, max(0, total - 1) // most * most)


def turns(*, offset: int, total: int, most: int = PAGE) -> tuple[int | None, int | None]:
    """Where the page before the one at `offset` begins, and the next, where there are any. Of a list that is only read to
    one row behind its page, `total` is as far as it was read."""
    return (max(0, offset - most) if offset else None), (offset + most if total > offset + most else None)
