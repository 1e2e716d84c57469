import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.photos import PhotoRefusedError, Refusal, read_photo, sentence_for
from tests.catalog.photos import files


@pytest.mark.parametrize("name", files.REFUSED)
def test_file_that_is_no_photo_is_refused_with_its_reason(name: str) -> None:
    data, refusal = files.REFUSED[name]
    with pytest.raises(PhotoRefusedError) as refused:
        read_photo(data)
    assert refused.value.refusal == refusal


@pytest.mark.parametrize("refusal", Refusal)
def test_each_refusal_says_what_to_do(refusal: Refusal) -> None:
    sentences = sentence_for(refusal).split(". ")
    assert len(sentences) == 2
    assert sentences[1].split()[0] in {"Choose", "Save", "Cut", "Export", "Open"}


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(("JPEG", "PNG", "WEBP")))
def test_damaged_file_is_refused_or_made_anew(seed: int, kind: str) -> None:
    chance = random.Random(seed)  # noqa: S311
    data = bytearray(files.saved(files.corners(), kind))
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        picture = read_photo(bytes(data))
    except PhotoRefusedError:
        return
    assert picture.width >= 1
    assert picture.master.startswith(b"\xff\xd8\xff")
