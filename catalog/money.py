"""An amount as a shopper reads it in their own language: no cents where there are none, always with its currency."""

from decimal import Decimal

from babel import Locale
from babel.numbers import format_currency
from django.conf import settings
from django.utils.translation import get_language, to_locale


def money(amount: Decimal) -> str:
    locale = Locale.parse(to_locale(get_language() or settings.LANGUAGE_CODE))
    pattern = locale.currency_formats["standard"].pattern
    if amount == amount.to_integral_value():
        pattern = pattern.replace(".00", "")
    return format_currency(amount, settings.CURRENCY, pattern, locale=locale, currency_digits=False)
