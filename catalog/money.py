"""An amount as a shopper reads it: no cents where there are none, always with its currency."""

from decimal import Decimal

from django.conf import settings
from django.utils.formats import number_format

SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$"}


def money(amount: Decimal) -> str:
    places = 0 if amount == amount.to_integral_value() else 2
    number = number_format(amount, decimal_pos=places, use_l10n=True, force_grouping=True)
    symbol = SYMBOLS.get(settings.CURRENCY)
    return f"{symbol}{number}" if symbol else f"{number} {settings.CURRENCY}"
