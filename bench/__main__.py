"""Prints what `measure()` of every module in this folder finds. Nothing here passes or fails."""

import os
import pkgutil
from importlib import import_module

import django

import bench


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jewelcompare.settings")
    django.setup()
    for module in pkgutil.iter_modules(bench.__path__, "bench."):
        if module.name != "bench.__main__":
            for line in import_module(module.name).measure():
                print(f"{module.name}: {line}")


if __name__ == "__main__":
    main()
