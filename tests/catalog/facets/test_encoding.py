import pytest

from catalog.facets.encoding import Encoder, at_least, at_most, by_band, by_flags, by_name, by_words


@pytest.mark.parametrize(
    ("encode", "column", "masks"),
    [
        (by_name(["a"], ["b", "c"]), ["a", "c", "b", "", "z"], [1, 2, 2, 0, 0]),
        (by_words(["a", "b", "c"]), ["a c", "", "b b z", "c"], [5, 0, 2, 4]),
        (by_band([50, 100]), [49.99, 50, 99.99, 100, 5000], [1, 2, 2, 4, 4]),
        (at_most([3, 7]), [2, 3, 5, 8, None], [3, 3, 2, 0, 0]),
        (at_least([2, 6]), [1, 2, 6, None], [0, 1, 3, 0]),
    ],
)
def test_column_becomes_masks(encode: Encoder, column: list[object], masks: list[int]) -> None:
    assert encode(column).tolist() == masks


def test_each_flag_has_a_column_of_its_own() -> None:
    assert by_flags(bool, lambda days: (days or 0) > 0)([True, False], [None, 14]).tolist() == [1, 2]


def test_empty_columns_are_encoded() -> None:
    for encode in (by_name(["a"]), by_words(["a"]), by_band([1]), at_most([1]), at_least([1]), by_flags(bool)):
        assert encode(()).tolist() == []


def test_masks_have_a_bit_for_every_value() -> None:
    words = [str(number) for number in range(33)]
    assert by_words(words)(["0 32"]).tolist() == [1 + (1 << 32)]
