"""Files that would drown a parser, or are none of what they say: each is refused by name, quickly, in little memory."""

import io
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from crm.refusal import Refusal
from crm.sheets import opening, read_rows

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def _book(*rows: list[object]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def _with_part(name: str, blocks: int, block: bytes) -> bytes:
    """A real workbook with one part made enormous: a few hundred kilobytes on the wire."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_book(["Customer"], ["Acme"]))) as real,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as evil,
    ):
        for part in real.infolist():
            if part.filename != name:
                evil.writestr(part, real.read(part))
        with evil.open(name, "w", force_zip64=True) as stream:
            for _ in range(blocks):
                stream.write(block)
    return out.getvalue()


def _entity_bomb() -> bytes:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    sheet = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{lol}]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&l8;</t></is></c></row></sheetData></worksheet>'  # noqa: E501
    return _with_part("xl/worksheets/sheet1.xml", 1, sheet.encode())


FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "file_empty"),
    "a password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512, "file_password"),
    "an old Excel file": (lambda: OLE + "Workbook".encode("utf-16-le") + b"\0" * 512, "file_old_excel"),
    "a PDF called csv": (lambda: b"%PDF-1.7\n%\xe2\xe3", "file_no_table"),
    "a picture called csv": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "file_no_table"),
    "bytes called csv": (lambda: bytes(range(256)) * 40, "file_no_table"),
    "a page to sign in on": (lambda: b"<!DOCTYPE html><title>Sign in</title>", "file_no_table"),
    "half a workbook": (lambda: _book(["Customer"], ["Acme"])[:900], "file_broken"),
    "an archive": (lambda: _archive(), "file_no_table"),
    "2,000 columns of text": (lambda: ",".join(f"c{n}" for n in range(2_000)).encode(), "too_many_columns"),
    "2,000 columns in Excel": (lambda: _book([f"c{n}" for n in range(2_000)]), "too_many_columns"),
    "a 1 GB cell": (lambda: _with_part("xl/worksheets/sheet1.xml", 1_000, b"x" * 1_000_000), "file_bomb"),
    "a 100 MB cell": (lambda: _with_part("xl/sharedStrings.xml", 100, b"x" * 1_000_000), "file_bomb"),
    "a 15 MB cell": (lambda: _with_part("xl/sharedStrings.xml", 15, b"x" * 1_000_000), "cell_too_big"),
    "nested entities": (_entity_bomb, "file_broken"),
    "one endless line": (lambda: b"a,b\n" + b"x" * 5_000_000, "cell_too_big"),
    "a quotation mark that is never closed": (lambda: b'a,b\nc,d\n"e,f\ng,h\n', "file_quote"),
    "a program called xlsx": (lambda: b"\x7fELF\x02\x01\x01" + bytes(range(1, 32)) * 99, "file_no_table"),
    "an open quotation mark": (lambda: b'a,b\n"' + b"x,\n" * 200_000, "cell_too_big"),
}


def _archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("holiday.txt", "sun")
    return out.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_by_name(name: str) -> None:
    make, code = FILES[name]
    with pytest.raises(Refusal) as refused:
        for _ in read_rows(io.BytesIO(make())):
            pass
    assert refused.value.code == code


def test_a_file_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 100)
    with pytest.raises(Refusal, match="file_too_big"):
        list(read_rows(io.BytesIO(b"a,b\n" * 100)))


def test_a_few_zeros_and_a_mark_for_inches_are_no_hindrance() -> None:
    assert list(read_rows(io.BytesIO(b'Customer,City\nAc\0me 5",Bos\0ton 5"\n'))) == [
        ["Customer", "City"],
        ['Acme 5"', 'Boston 5"'],
    ]
    assert list(read_rows(io.BytesIO(b'Customer,City\nAcme,"Bos\nton"\nGlobex,5"\n')))[-1] == ["Globex", '5"']


def test_text_called_xlsx_and_a_workbook_called_csv_are_read_for_what_they_are() -> None:
    assert list(read_rows(io.BytesIO(b"Customer\nAcme\n"))) == [["Customer"], ["Acme"]]
    assert list(read_rows(io.BytesIO(_book(["Customer"], ["Acme"])))) == [["Customer"], ["Acme"]]
