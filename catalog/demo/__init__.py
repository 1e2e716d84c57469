"""Invented makers and pieces, one file per maker, with what reads them and stores them."""

from catalog.demo.logins import LOGINS, Login, create_logins
from catalog.demo.reading import FOLDER, DemoError, Sheet, read_sheets
from catalog.demo.storing import store

__all__ = ["FOLDER", "LOGINS", "DemoError", "Login", "Sheet", "create_logins", "read_sheets", "store"]
