from typing import Any

from bs4 import BeautifulSoup, Tag
from django.test import Client


def filled(client: Client, address: str) -> dict[str, Any]:
    """The fields of the form as the browser would send them back."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    fields = page.select("#content-main form [name]")
    return {str(field["name"]): _value(field) for field in fields if _is_sent(field)}


def _is_sent(field: Tag) -> bool:
    kind = field.get("type")
    if field.name == "button" or kind in {"submit", "file"} or "__prefix__" in field["name"]:
        return False
    return kind != "checkbox" or field.has_attr("checked")


def _value(field: Tag) -> Any:
    if field.name == "select":
        chosen = [option["value"] for option in field.select("option[selected]")]
        return chosen if field.has_attr("multiple") else "".join(map(str, chosen[:1]))
    if field.name == "textarea":
        return field.text.removeprefix("\r\n")
    return field.get("value", "on" if field.get("type") == "checkbox" else "")
