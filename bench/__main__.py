"""Prints what `measure()` of every module in this folder finds; `bench filled SIZE` what one filled catalog costs.

Nothing here passes or fails.
"""

import json
import os
import pkgutil
import sys
from importlib import import_module

import django

import bench


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jewelcompare.settings")
    django.setup()
    if len(sys.argv) > 1:
        print(json.dumps(import_module("bench.filled").figures_for(int(sys.argv[-1]))))
        return
    modules = [module.name for module in pkgutil.iter_modules(bench.__path__, "bench.")]
    for name in modules:
        measure = name != "bench.__main__" and getattr(import_module(name), "measure", None)
        for line in measure() if measure else ():
            print(f"{name}: {line}", flush=True)


if __name__ == "__main__":
    main()
