import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.sheets.cells import amount, escaped, number, unescaped
from catalog.sheets.rows import Format
from tests.catalog.sheets.files import ETSY_SHORT, RING, only, read, table

ETSY = table(ETSY_SHORT, RING | {"DESCRIPTION": "Süß, “so”\nand so"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_of_a_spreadsheet_is_read(encoding: str) -> None:
    assert only(ETSY.encode(encoding)).facts["story"] == "Süß, “so”\nand so"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_cells_are_parted_by_what_parts_the_first_row(delimiter: str) -> None:
    row = only(table(ETSY_SHORT, RING, delimiter=delimiter))
    assert (row.facts["name"], row.facts["price"]) == ("Hammered silver ring", "24")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_is_read(ending: str) -> None:
    assert len(read(table(ETSY_SHORT, RING, RING).replace("\r\n", ending)).rows) == 2


def test_columns_are_known_by_name_wherever_they_stand() -> None:
    assert (
        only(table(["sku", " Currency_Code ", "price", "Title"], {"sku": "A1", "price": "5", "Title": "Ring"})).sku
        == "A1"
    )


def test_separator_named_by_a_spreadsheet_counts() -> None:
    assert only("sep=;\n" + table(ETSY_SHORT, RING, delimiter=";")).facts["price"] == "24"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n", "is empty"),
        (b"PK\x03\x04zip", "no text file"),
        (b"a,b\n1,2\n", "We do not know this file"),
        (b"x" * 5_000_001, "larger than 5 MB"),
        (b"TITLE,PRICE,MATERIALS\n", "nothing below the first row"),
        (b'TITLE,PRICE,MATERIALS\n"a"b,2,3\n', "quotation mark"),
        (b"TITLE,PRICE,MATERIALS\na,2,3,4\n", "more cells"),
        (b"TITLE,PRICE,MATERIALS\n" + b"a,2,3\n" * 5001, "More than 5,000 rows"),
        (b'{"@type": "Person"}', "no product in this data"),
    ],
)
def test_unreadable_file_is_one_error_that_says_what_to_do(data: bytes, words: str) -> None:
    sheet = read(data)
    assert len(sheet.rows) == 0
    assert [words in error.words for error in sheet.errors] == [True]


def test_unknown_file_is_named_by_its_first_columns() -> None:
    assert read(b"a,b,c\n1,2,3\n").errors[0].values == {"columns": "a, b, c"}


@given(st.binary(max_size=600))
def test_no_bytes_raise(data: bytes) -> None:
    sheet = read(data)
    assert sheet.errors or sheet.rows


@given(
    st.sampled_from([b"TITLE,PRICE,MATERIALS\n", b"Handle,Title,Variant Price\n", b"name,price,kind\n", b"["]),
    st.text(),
)
def test_no_text_below_a_known_header_raises(header: bytes, text: str) -> None:
    sheet = read(header + text.encode("utf-8", "replace"))
    assert sheet.errors or sheet.rows or sheet.format == Format.OWN


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[("3696", "3696"), ("24.00", "24"), ("24,50", "24.5"), ("1,234.50", "1234.5"), ("1.234,50", "1234.5")],
        *[("1,234", "1234"), ("1 234,5", "1234.5"), ("€24.50", "24.5"), ("24.50 EUR", "24.5"), ("0.5", "0.5")],
        *[("lots", None), ("", None), ("1e9", None), ("-5", None), ("NaN", None), ("24.50.1", None)],
    ],
)
def test_amounts_are_read_with_and_without_decimals(text: str, value: str | None) -> None:
    assert amount(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("2,5", "2.5"), ("0.125", "0.125"), ("0", "0"), ("x", None), ("inf", None)]
)
def test_numbers_are_read_with_a_point_or_a_comma(text: str, value: str | None) -> None:
    assert number(text) == value


@given(st.text(alphabet="=+-@|\t\r\n'\uff1da1"))
def test_escaped_text_is_no_formula_and_comes_back(text: str) -> None:
    assert not escaped(text).startswith(tuple("=+-@|\t\r\n\uff1d"))
    assert unescaped(escaped(text)) == text
