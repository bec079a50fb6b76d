"""Text tables: which encoding, which separator, and then row by row, a quoted newline being part of its cell."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import IO

from charset_normalizer import from_bytes

from crm.refusal import Refusal
from crm.sheets.cells import Cell

MOST_CELL = 131_072
LONGEST_LINE = 16 * MOST_CELL
FEW = 10  # one in so many characters; a few zeros stand in what old programs export, and are left out
_SAMPLE = 65_536
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x19\x1c-\x1f]")
_SEPARATORS = (",", ";", "\t", "|")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def delimited_rows(file: IO[bytes]) -> Iterator[list[Cell]]:
    """Every row as strings. Raises Refusal: file_no_table, cell_too_big, file_encoding, file_quote."""
    encoding = encoding_of(file)
    sample = _text(file, encoding).read(_SAMPLE)
    named = re.match(r"sep=(.)\r?\n", sample)  # Excel's own first line
    separator = named[1] if named else separator_of(sample)
    text = _text(file, encoding)
    if named:
        text.readline()
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=separator)
    csv.field_size_limit(MOST_CELL)
    at, begun, odd, last = 0, 0, False, ""
    try:
        for row in reader:
            yield list(row)
            begun, at = at + 1, reader.line_num
            odd, lines.odd, last = lines.odd, False, row[-1] if row else ""
    except csv.Error as error:
        raise Refusal("cell_too_big" if "field limit" in str(error) else "file_broken", row=reader.line_num) from None
    except UnicodeError:
        raise Refusal("file_encoding") from None
    if odd and any(mark in last for mark in ("\n", "\r", separator)):
        raise Refusal("file_quote", line=begun)  # the rest of the list would be one cell


def encoding_of(file: IO[bytes]) -> str:
    """The encoding of the whole file, found without holding it. Raises Refusal("file_no_table") for what is no text."""
    file.seek(0)
    head = file.read(_SAMPLE)
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    if head.count(0) * FEW > len(head):
        return _wide(head)
    if len(_CONTROLS.findall(head)) * FEW * 5 > len(head):
        raise Refusal("file_no_table")
    if _decodes(file, "utf-8"):
        return "utf-8"
    high = b"".join(re.findall(rb"[^\n]*[\x80-\xff][^\n]*\n?", _non_ascii_sample(file)))[:_SAMPLE]
    if _is_double_byte(high) and _decodes(file, "gb18030"):
        best = from_bytes(high, cp_isolation=["gb18030", "big5hkscs", "cp932", "euc_kr"]).best()
        found = best.encoding if best else "gb18030"
        return found if found != "gb18030" and not _is_gb2312(high) and _decodes(file, found) else "gb18030"
    return "cp1252" if _decodes(file, "cp1252") else "latin-1"


def _wide(head: bytes) -> str:
    """UTF-16 without a mark has a zero in every other byte of its ASCII letters."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 5 < len(head) // 2 or min(even, odd) * 20 > max(even, odd):
        raise Refusal("file_no_table")
    return "utf-16-be" if even > odd else "utf-16-le"


def _non_ascii_sample(file: IO[bytes]) -> bytes:
    """The first part of the file that is not plain ASCII: a name with an accent may come late."""
    file.seek(0)
    while block := file.read(_SAMPLE):
        if not block.isascii():
            return block + file.readline()
    return b""


def _is_double_byte(sample: bytes) -> bool:
    """Chinese text has its high bytes in pairs; a Latin one has them one by one between plain letters."""
    runs = [len(run) for run in re.findall(rb"[\x80-\xff]+", sample)]
    paired = sum(run for run in runs if run >= 2)
    return bool(runs and paired > 0.8 * sum(runs))


def _is_gb2312(sample: bytes) -> bool:
    """Most characters are of the first, common level of GB 2312."""
    pairs = re.findall(rb"[\x81-\xfe][\x40-\xfe]", sample)
    common = sum(0xB0 <= pair[0] <= 0xD7 and pair[1] >= 0xA1 for pair in pairs)
    return bool(common > 0.6 * len(pairs))


def _decodes(file: IO[bytes], encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    try:
        while block := file.read(1 << 20):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def separator_of(sample: str) -> str:
    """The separator that parts the largest share of its rows into the same number of cells; a comma where none does. (Not the
    most rows: a wrong one takes the lines of a quoted note for rows.)"""
    lines = sample.splitlines(keepends=True)
    whole = "".join(lines[:60] if len(lines) > 1 else lines)

    def fit(separator: str) -> tuple[float, int]:
        try:
            widths = Counter(len(row) for row in csv.reader(io.StringIO(whole), delimiter=separator) if row)
        except csv.Error:
            return 0, 0
        wide = {width: count for width, count in widths.items() if width > 1}
        return (max(wide.values()) / widths.total(), max(wide)) if wide else (0, 0)

    best = max(_SEPARATORS, key=fit)
    return best if fit(best) > (0, 0) else ","


def _text(file: IO[bytes], encoding: str) -> io.TextIOWrapper:
    file.seek(0)
    return io.TextIOWrapper(_Unclosed(file), encoding=encoding, newline="")


class _Lines:
    """Lines, none of them longer than a cell may be by far: a giant must not be read into memory to be refused. `odd`: the
    quotation marks since it was last put down don't pair."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text, self.odd = text, False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._text.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        if len(line) == LONGEST_LINE:
            raise Refusal("cell_too_big")
        self.odd ^= line.count('"') % 2 == 1
        return line.replace("\0", "")


class _Unclosed(io.BufferedReader):
    """The file, left open when the text around it is done with."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(_Raw(file))


class _Raw(io.RawIOBase):
    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        block = self._file.read(len(buffer))
        buffer[: len(block)] = block
        return len(block)
