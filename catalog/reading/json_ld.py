"""Structured data of a product page (schema.org Product), whole or within its page, into the same facts."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from catalog.choices import Claim
from catalog.reading.places import COUNTRY_OF

SCRIPT = re.compile(r"<script\b[^<>]{0,200}ld\+json[^<>]{0,200}>", re.IGNORECASE)
END = re.compile(r"</script", re.IGNORECASE)
DAYS = ("DAY", "d", "day", "days")
DEEPEST = 40
HOLDERS = ("@graph", "mainEntity", "itemListElement", "item")
PRODUCTS = ("Product", "ProductGroup", "IndividualProduct", "ProductModel")
READY = {"InStock": True, "LimitedAvailability": True, "MadeToOrder": False, "PreOrder": False, "BackOrder": False}


@dataclass(frozen=True, kw_only=True)
class Product:
    """`text` are its words, for the reader of texts; `values` what its fields say."""

    title: str
    text: str
    values: dict[str, Any]
    currency: str


def product_in(text: str, currency: str) -> Product | None:
    """The one product that the text describes as data; None without one, or with several."""
    found = list(products_in(text))
    return _read(found[0], currency) if len(found) == 1 else None


def products_in(text: str) -> Iterator[Mapping[str, Any]]:
    """All products that the text describes as data, in their order."""
    for block in _blocks_in(text):
        yield from _products_in(_parsed(block), 0)


def _blocks_in(text: str) -> list[str]:
    """What stands in scripts of structured data; else the whole text if it looks like data."""
    blocks, start = [], 0
    for match in SCRIPT.finditer(text):
        if match.start() >= start:
            end = END.search(text, match.end())
            start = end.start() if end else len(text)
            blocks.append(text[match.end() : start])
    if blocks:
        return blocks
    return [text] if text.strip()[:1] in ("{", "[") else []


def _parsed(block: str) -> Any:
    try:
        return json.loads(block)
    except (ValueError, RecursionError):
        return None


def _products_in(data: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, dict) and _is_product(data):
        yield data
    elif depth < DEEPEST:
        held = data if isinstance(data, list) else [data.get(key) for key in HOLDERS] if isinstance(data, dict) else []
        for item in held:
            yield from _products_in(item, depth + 1)


def _is_product(data: Mapping[str, Any]) -> bool:
    types = data.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.rpartition("/")[2] in PRODUCTS for name in named)


def _read(product: Mapping[str, Any], currency: str) -> Product:
    price, ready, other = _offer(product, currency)
    title = text_in(product.get("name"))
    lines = [title, *(text_in(product.get(name)) for name in ("description", "category")), *_properties(product)]
    values = {
        "price": price,
        "ready": ready,
        "country": _country(product.get("countryOfOrigin")),
        "returns": _returns(product),
        **_days(product),
        "claims": (Claim.MARK,) if "hallmark" in text_in(product.get("hasCertification")).lower() else (),
    }
    return Product(
        title=title,
        text="\n".join(line for line in lines if line),
        values={name: value for name, value in values.items() if value not in (None, "", ())},
        currency=other,
    )


def _properties(product: Mapping[str, Any]) -> Iterator[str]:
    """Material, size and named properties as lines of text, read like any other."""
    for name in ("material", "size"):
        for item in listed(product.get(name)):
            said = text_in(item)
            yield f"Ring size {said}" if name == "size" and re.fullmatch(r"[4-7]\d(?:[.,]\d)?", said) else said
    for item in listed(product.get("additionalProperty")):
        if isinstance(item, dict):
            yield f"{text_in(item.get('name'))}: {text_in(item.get('value'))}"


def _offer(product: Mapping[str, Any], currency: str) -> tuple[Decimal | None, bool | None, str]:
    """The one price of all offers, whether it is in stock, and another currency where it is in that alone."""
    offers = [offer for offer in listed(product.get("offers")) if isinstance(offer, dict)]
    if any("lowPrice" in offer for offer in offers) or not offers:
        return None, None, ""
    found = {(text_in(offer.get("priceCurrency")).upper() or currency, _price(offer)) for offer in offers}
    stock = {READY.get(text_in(offer.get("availability")).rpartition("/")[2]) for offer in offers}
    ready = stock.pop() if len(stock) == 1 else None
    own = {price for named, price in found if named == currency}
    if own and len(found) == 1:
        return own.pop(), ready, ""
    others = sorted({named for named, _price in found} - {currency})
    return None, ready, others[0][:3] if others and not own else ""


def _price(offer: Mapping[str, Any]) -> Decimal | None:
    """With delivery where one rate is stated."""
    price = _decimal(offer.get("price"))
    if price is None:
        specification = offer.get("priceSpecification")
        price = _decimal(specification.get("price")) if isinstance(specification, dict) else None
    rates = [
        _decimal(rate.get("value"))
        for details in listed(offer.get("shippingDetails"))
        if isinstance(details, dict) and isinstance(rate := details.get("shippingRate"), dict)
    ]
    if price is None or len(set(rates)) > 1:
        return None
    return price + (rates[0] or 0) if rates else price


def _days(product: Mapping[str, Any]) -> dict[str, int]:
    """Handling and transit together, where all offers say the same of both."""
    found = {_delivery_time(details) for details in _shipping(product)}
    if len(found) != 1 or None in found:
        return {}
    least, most = found.pop() or (0, 0)
    return {"days_min": least, "days_max": most}


def _shipping(product: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for offer in listed(product.get("offers")):
        for details in listed(offer.get("shippingDetails") if isinstance(offer, dict) else None):
            if isinstance(details, dict):
                yield details


def _delivery_time(details: Mapping[str, Any]) -> tuple[int, int] | None:
    time = details.get("deliveryTime")
    parts = [time.get(name) if isinstance(time, dict) else None for name in ("handlingTime", "transitTime")]
    ends = [
        [
            _decimal(part.get(end)) if isinstance(part, dict) and part.get("unitCode", "DAY") in DAYS else None
            for part in parts
        ]
        for end in ("minValue", "maxValue")
    ]
    if any(value is None for values in ends for value in values):
        return None
    least, most = (int(sum(value or 0 for value in values)) for values in ends)
    return (least, most) if least <= most else None


def _returns(product: Mapping[str, Any]) -> int | None:
    for offer in listed(product.get("offers")):
        for policy in listed(offer.get("hasMerchantReturnPolicy") if isinstance(offer, dict) else None):
            if not isinstance(policy, dict):
                continue
            if text_in(policy.get("returnPolicyCategory")).endswith("MerchantReturnNotPermitted"):
                return 0
            days = _decimal(policy.get("merchantReturnDays"))
            if days is not None and days == int(days) and 0 < days < 1000:
                return int(days)
    return None


def _country(value: Any) -> str:
    said = text_in(value.get("name") if isinstance(value, dict) else value)
    return said if re.fullmatch("[A-Z]{2}", said) else COUNTRY_OF.get(said.lower(), "")


def listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def text_in(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("value") or ""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _decimal(value: Any) -> Decimal | None:
    try:
        number = Decimal(text_in(value).replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() and 0 <= number < 10_000_000 else None
