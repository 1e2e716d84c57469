"""Names of countries that jewelry comes from; any other is shown by its two letters."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

NAMES = {
    "AT": gettext_noop("Austria"),
    "AU": gettext_noop("Australia"),
    "BE": gettext_noop("Belgium"),
    "BR": gettext_noop("Brazil"),
    "CA": gettext_noop("Canada"),
    "CH": gettext_noop("Switzerland"),
    "CN": gettext_noop("China"),
    "CZ": gettext_noop("Czechia"),
    "DE": gettext_noop("Germany"),
    "DK": gettext_noop("Denmark"),
    "ES": gettext_noop("Spain"),
    "FI": gettext_noop("Finland"),
    "FR": gettext_noop("France"),
    "GB": gettext_noop("the United Kingdom"),
    "GR": gettext_noop("Greece"),
    "ID": gettext_noop("Indonesia"),
    "IE": gettext_noop("Ireland"),
    "IN": gettext_noop("India"),
    "IT": gettext_noop("Italy"),
    "JP": gettext_noop("Japan"),
    "KR": gettext_noop("South Korea"),
    "LK": gettext_noop("Sri Lanka"),
    "MA": gettext_noop("Morocco"),
    "MX": gettext_noop("Mexico"),
    "NL": gettext_noop("the Netherlands"),
    "NO": gettext_noop("Norway"),
    "PE": gettext_noop("Peru"),
    "PL": gettext_noop("Poland"),
    "PT": gettext_noop("Portugal"),
    "RO": gettext_noop("Romania"),
    "SE": gettext_noop("Sweden"),
    "TH": gettext_noop("Thailand"),
    "TR": gettext_noop("Turkey"),
    "US": gettext_noop("the United States"),
    "VN": gettext_noop("Vietnam"),
    "ZA": gettext_noop("South Africa"),
}


def country_name(code: str) -> str:
    return _(NAMES[code]) if code in NAMES else code
