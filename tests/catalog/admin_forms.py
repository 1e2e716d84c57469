from typing import Any

from bs4 import BeautifulSoup
from django.test import Client


def filled(client: Client, address: str) -> dict[str, Any]:
    """The fields of the form as the browser would send them back."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    fields: dict[str, Any] = {}
    for field in page.select("#piece_form [name]"):
        name, kind = str(field["name"]), field.get("type")
        if field.name == "button" or kind in {"submit", "file"} or "__prefix__" in name:
            continue
        if field.name == "select":
            chosen = field.select_one("option[selected]")
            fields[name] = chosen["value"] if chosen else ""
        elif field.name == "textarea":
            fields[name] = field.text.removeprefix("\r\n")
        elif kind != "checkbox" or field.has_attr("checked"):
            fields[name] = field.get("value", "")
    return fields
