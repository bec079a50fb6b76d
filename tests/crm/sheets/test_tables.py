"""A table of text is read whatever wrote it: its encoding and its separator are found, a quoted newline stays in its cell."""

import io
from itertools import product

import pytest

from crm.sheets import read_rows

ROWS = {
    "Chinese": [
        ["客户名称", "城市", "备注"],
        ["北风物流有限公司", "上海", '看了仓库,\n"很满意"; 下周再去'],
        ["新华书店", "北京", ""],
    ],
    "Western": [
        ["Company", "City", "Notes"],
        ["Café Zürich AG", "Genève", 'two machines,\n"soon"; naïve|façade'],
        ["Ærø", "Århus", ""],
    ],
}
ENCODINGS = {
    "Chinese": ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"),
    "Western": ("utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le"),
}
CASES = [(script, encoding, mark) for script in ROWS for encoding, mark in product(ENCODINGS[script], ",;\t|")]


@pytest.mark.parametrize(("script", "encoding", "separator"), CASES)
def test_a_table_is_read_in_any_encoding_with_any_separator(script: str, encoding: str, separator: str) -> None:
    lines = [separator.join(_quoted(cell) for cell in row) for row in ROWS[script]]
    raw = "\r\n".join(lines).encode(encoding)
    assert [[cell or "" for cell in row] + [""] * (3 - len(row)) for row in read_rows(io.BytesIO(raw))] == ROWS[script]


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'
