import os

from hypothesis import settings

# A shared machine is slow at times; in CI the same examples are drawn on every run.
settings.register_profile("jewelcompare", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("jewelcompare")
