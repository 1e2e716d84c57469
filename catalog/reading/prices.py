"""What a piece costs now, delivered: one price in the site's currency, or none."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from catalog.reading.sentences import Sentence

SIGNS = {
    "EUR": r"€|eur(?:os?)?",
    "USD": r"(?:us ?)?\$|usd|dollars?",
    "GBP": r"£|gbp|pounds?",
    "CHF": r"chf|sfr|fr\.",
    "JPY": r"¥|jpy|yen",
    "CAD": r"ca ?\$|c\$|cad",
    "AUD": r"au ?\$|a\$|aud",
    "SEK": r"sek",
    "NOK": r"nok",
    "DKK": r"dkk",
    "PLN": r"pln|zł",
    "INR": r"₹|inr|rs\.?",
}
# The dollars that say whose they are come before the plain sign.
ORDER = ("EUR", "GBP", "CHF", "CAD", "AUD", "USD", "JPY", "SEK", "NOK", "DKK", "PLN", "INR")
NUMBER = (
    r"(?P<number{side}>\d{{1,3}}(?:[ .,']\d{{3}})+(?:[.,]\d{{2}}(?!\d))?"
    r"|\d{{1,7}}(?:[.,]\d{{1,2}}(?!\d))?)(?:,?[.,]?-+)?"
)
PRICE = re.compile(
    "|".join(
        rf"(?<![\w$])(?P<before_{code}>{SIGNS[code]}) ?:?{NUMBER.format(side=f'_after_{code}')}(?![\d%])"
        rf"|(?<![\d.,]){NUMBER.format(side=f'_before_{code}')} ?(?P<after_{code}>{SIGNS[code]})(?!\w)"
        for code in ORDER
    )
)
ANY_SIGN = re.compile("|".join(SIGNS.values()))
NEAR = 60
OLD = re.compile(
    r"\b(?:was|were|rrp|msrp|uvp|statt|old price|regular(?:ly)?|compare at|originally|instead of"
    r"|before|list price|reduced from|down from|sold for|retail(?:s|ing)?)\b[^.;\d]{0,12}$"
)
NOT_ITS = re.compile(
    r"\b(?:save|saving|off|deposit|extra|surcharge|engrav\w*|gift|wrap\w*|insured (?:for|up to|value)|voucher|discount"
    r"|coupon|code|klarna|paypal|instal\w*|payments? of|monthly|per month"
    r"|worth|valued|value|estimate[ds]?|estimate|min(?:imum)? order|orders? (?:over|above)|purchase of"
    r"|resiz\w*|repair\w*|upgrade|additional|each further|tax|vat of|customs|duty)\b"
)
OPEN_ENDED = re.compile(
    r"\b(?:from|starting (?:at|from)|starts at|as low as|ab|up to|under|over|above|below|between|bids?"
    r"|around|about|approx\w*|circa|ca\.)\b[^.;\d]{0,14}$"
    r"|\b\d+ (?:pairs?|pieces?|pcs|for|x)(?: for)? ?$"
)
DELIVERY = re.compile(r"\b(?:shipping|delivery|postage|p&p|p\+p|courier|shipment|freight|versand|post)\b")
FREE = re.compile(r"\b(?:free|incl\w*)\b")
SURCHARGE = re.compile(r"\+ ?$")
POSTED_AFTER = re.compile(
    r"^ ?(?:for |\()?(?:(?!plus|excl|and|without|then)\w+ )?(?:shipping|delivery|postage|post|p&p"
    r"|versand)\b(?! ?\d|:| time| within| in )"
)
AT_LEAST = re.compile(r"^ ?\+(?! ?[€$£\d])")
# What is said of an amount ends at the next comma, bracket or number.
AFTER_PART = r"[,(+)]| plus | and |\d"
RANGE = re.compile(r"^ ?(?:-|to|bis) ?(?:€|eur|\$|£)? ?\d")


@dataclass(frozen=True, kw_only=True)
class Amount:
    currency: str
    value: Decimal
    is_delivery: bool
    is_open: bool


@dataclass(frozen=True, kw_only=True)
class Cost:
    """The price with delivery, None if it is not one; `other_currency` where it is stated in another alone."""

    price: Decimal | None
    other_currency: str


def cost_in(sentences: Iterable[Sentence], currency: str) -> Cost:
    amounts = [amount for sentence in sentences for amount in _amounts_in(sentence.said)]
    prices = [one for one in amounts if not one.is_delivery]
    own = {one.value for one in prices if one.currency == currency and not one.is_open}
    is_open = any(one.is_open for one in prices if one.currency == currency)
    others = {one.currency for one in prices} - {currency}
    price = own.pop() if len(own) == 1 and not is_open else None
    return Cost(
        price=None if price is None else _delivered(price, amounts, currency),
        other_currency=min(others) if others and not own and price is None and not is_open else "",
    )


def _delivered(price: Decimal, amounts: Iterable[Amount], currency: str) -> Decimal | None:
    """Several prices of delivery leave open what it costs here."""
    delivery = {one.value for one in amounts if one.is_delivery and one.currency == currency}
    if len(delivery) > 1:
        return None
    return price + (delivery.pop() if delivery else 0)


def _amounts_in(text: str) -> Iterator[Amount]:
    if not ANY_SIGN.search(text):
        return
    for match in PRICE.finditer(text):
        before, after = text[max(0, match.start() - NEAR) : match.start()], text[match.end() : match.end() + NEAR]
        before_part = re.split(r"[,(+]| plus ", before)[-1]
        part = f"{before_part} {re.split(AFTER_PART, after)[0]}"
        is_posted = DELIVERY.search(before_part) is not None or POSTED_AFTER.match(after) is not None
        if OLD.search(before) or (NOT_ITS.search(part) and not is_posted):
            continue
        is_free = FREE.search(part) is not None and DELIVERY.search(part) is not None
        is_delivery = is_posted and not is_free
        if SURCHARGE.search(before) and not is_delivery:
            continue
        if (is_free or is_delivery) and OPEN_ENDED.search(before):
            continue
        yield Amount(
            currency=next(code for code in ORDER if match[f"before_{code}"] or match[f"after_{code}"]),
            value=_value(
                next(filter(None, (text for name, text in match.groupdict().items() if name.startswith("number"))))
            ),
            is_delivery=is_delivery,
            is_open=bool(OPEN_ENDED.search(before) or RANGE.match(after) or AT_LEAST.match(after)),
        )


def _value(number: str) -> Decimal:
    whole, cents = (number[:-3], number[-2:]) if re.search(r"[.,]\d{2}$", number) else (number, "00")
    if re.search(r"[.,]\d$", number):
        whole, cents = number[:-2], f"{number[-1]}0"
    return Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{cents}")
