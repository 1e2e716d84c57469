"""A product of somebody else's shop as a row: what its file can say as facts, the rest as questions. Plain."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from catalog.sheets.cells import amount, kind_named_in, one_line, prose
from catalog.sheets.rows import About, Ask, Row, RowError

LONGEST_NAME, LONGEST_STORY, LONGEST_SKU = 80, 4000, 80
NAME_ENDS = (" | ", " - ", " \u2013 ", " \u2014 ", ", ", "; ", " / ")


def _(words: str) -> str:
    return words


@dataclass(frozen=True, kw_only=True)
class Product:
    """Texts as the shop has them. `prices` are those of all its variants, `currency` None where none is named."""

    row: int
    name: str
    story: str = ""
    sku: str = ""
    prices: Sequence[str] = ()
    currency: str | None = None
    kind_words: Sequence[str] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    asks: Sequence[Ask] = ()


def row_of(product: Product, columns: Mapping[str, str]) -> tuple[Row, list[RowError]]:
    price, asked_price, errors = _price_of(product, columns)
    name, asked_name = _name_of(product.name)
    story, asked_story = _story_of(product.story)
    kind = kind_named_in(product.name, *product.kind_words)
    told = {"name": name, "story": story, "price": price, "kind": kind.value if kind else ""}
    row = Row(
        row=product.row,
        sku=" ".join(product.sku.split())[:LONGEST_SKU],
        facts={name: value for name, value in {**told, **product.facts}.items() if value},
        columns=columns,
        currency=product.currency,
        asks=[*asked_name, *asked_price, *asked_story, *(ask for ask in product.asks if _is_asked(ask))],
    )
    return row, errors


def without_shared_keys(rows: Iterable[Row]) -> list[Row]:
    """A seller's number that two listings share names neither."""
    rows = list(rows)
    times = Counter(row.sku for row in rows)
    return [replace(row, sku="") if times[row.sku] > 1 else row for row in rows]


def ask_for_list(about: About, items: Iterable[str]) -> Ask:
    return Ask(about=about, said=", ".join(dict.fromkeys(filter(None, items))))


def _is_asked(ask: Ask) -> bool:
    return bool(ask.said) or ask.about in (About.MAKING, About.PARTNERS)


def _price_of(product: Product, columns: Mapping[str, str]) -> tuple[str, list[Ask], list[RowError]]:
    """The highest where variants differ, since what is not known never helps a piece; and a question."""
    read = {text: amount(text) for text in product.prices if text.strip()}
    if wrong := [text for text, value in read.items() if value is None]:
        words = _("“%(value)s” is no price. Write it as 24.50, without words.")
        column = columns.get("price", "price")
        return "", [], [RowError(row=product.row, column=column, words=words, values={"value": wrong[0][:60]})]
    values = sorted({Decimal(value) for value in read.values() if value is not None})
    if not values:
        return "", [], []
    asks = [ask_for_list(About.PRICE, map(str, values))] if len(values) > 1 else []
    return str(values[-1]), asks, []


def _name_of(title: str) -> tuple[str, list[Ask]]:
    """Shops' titles are long lists of words: up to the last break that leaves a name, and the whole as a question."""
    name = one_line(title)
    if len(name) <= LONGEST_NAME:
        return name, []
    ends = [at for sign in NAME_ENDS if (at := name.rfind(sign, 0, LONGEST_NAME)) > 0]
    end = max(ends, default=0) or name.rfind(" ", 0, LONGEST_NAME)
    return name[: end if end > 0 else LONGEST_NAME].rstrip(" ,;|/-"), [Ask(about=About.NAME, said=name)]


def _story_of(text: str) -> tuple[str, list[Ask]]:
    story = prose(text)
    if len(story) <= LONGEST_STORY:
        return story, []
    end = max(story.rfind("\n", 0, LONGEST_STORY), story.rfind(". ", 0, LONGEST_STORY) + 1)
    end = end if end > LONGEST_STORY // 2 else LONGEST_STORY
    return story[:end].rstrip(), [Ask(about=About.STORY, said=story[end:].strip())]
