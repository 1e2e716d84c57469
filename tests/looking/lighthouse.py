"""`make lighthouse`: Lighthouse's four scores of the pages that matter most, on its simulated phone, three runs each.

Prints the middle one of three performances, as single ones vary, and the least of the others.
"""

import json
import os
import subprocess
from statistics import median

from tests.browser.addresses import VERDICTS
from tests.browser.conftest import CHROMIUM
from tests.looking.served import AS_IF_SECURE, ROOT, served

# Not its output, of which Node drops what a pipe cannot take at once.
REPORT = ROOT / ".cache" / "lighthouse.json"
PROGRAM = ROOT / ".cache" / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = {
    "home": "/",
    "question": "/decide/who/",
    "verdict": VERDICTS["called"],
    "list": "/pieces/",
    "piece": "/pieces/tide-ring/",
    "compare": "/compare/?piece=tide-ring&piece=arc-ring",
}
PERFORMANCE, *OTHERS = CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
# Now and then Chromium records nothing, and Lighthouse asks to be run again.
ATTEMPTS = 3
# A verdict holds somebody's answers, so we ask search engines to leave it: that is no fault of the page.
PRIVATE = {"question", "verdict", "compare"}


def main() -> None:
    print(f"{'':10}" + "".join(f"{name:>16}" for name in CATEGORIES))  # noqa: T201
    with served() as site:
        for name, address in PAGES.items():
            runs = [scores(site + address, is_private=name in PRIVATE) for _ in range(RUNS)]
            middle = {PERFORMANCE: median(run[PERFORMANCE] for run in runs)}
            least = {other: min(run[other] for run in runs) for other in OTHERS}
            cells = (f"{100 * score:16.0f}" for score in (middle | least).values())
            print(f"{name:10}" + "".join(cells), flush=True)  # noqa: T201


def scores(address: str, *, is_private: bool) -> dict[str, float]:
    command = [
        *(
            "node",
            str(PROGRAM),
            address,
            "--output=json",
            f"--output-path={REPORT}",
            "--quiet",
            f"--extra-headers={json.dumps(AS_IF_SECURE)}",
        ),
        f"--only-categories={','.join(CATEGORIES)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage",
        *(["--skip-audits=is-crawlable"] if is_private else []),
    ]
    for _attempt in range(ATTEMPTS):
        REPORT.unlink(missing_ok=True)
        ended = subprocess.run(command, env={**os.environ, "CHROME_PATH": str(CHROMIUM)}, capture_output=True)
        categories = json.loads(REPORT.read_text(encoding="utf-8")).get("categories", {}) if REPORT.exists() else {}
        found = {name: categories.get(name, {}).get("score") for name in CATEGORIES}
        if None not in found.values():
            return found
    raise SystemExit(f"Lighthouse finds nothing at {address}: {ended.stderr.decode()}")


if __name__ == "__main__":
    main()
