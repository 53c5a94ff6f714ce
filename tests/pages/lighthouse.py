"""`make lighthouse`: what Google's auditor says of the pages that people meet first, as on a slow telephone."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.pages import served
from tests.pages.page_types import PORTAL, VEJLE, PageType
from tests.services import chromium

VERSION = "13.5.0"
ASKED = (
    PageType("portal", "/", PORTAL),
    PageType("municipality", "/", VEJLE),
    PageType("Find tilbud", "/find-tilbud/", VEJLE),
    PageType("found by words", "/find-tilbud/?q=ensomhed&behov=ensomhed", VEJLE, sensitive=True),
    # The demonstration's offers are kept out of search engines too: nobody must look for help by them.
    PageType("offer", "/eksempel-kommune-stoette-og-sundhed/den-groenne-doer/", sensitive=True),
)
TRIES = 4
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def main() -> None:
    """Print a table: a row for each page, its marks out of 100, and what took marks away."""
    say("page".ljust(20) + "".join(name.rjust(16) for name in CATEGORIES))
    with served.site() as port:
        for page_type in ASKED:
            told = audited(page_type, port)
            marks = [round(100 * told["categories"][name]["score"]) for name in CATEGORIES]
            say(page_type.name.ljust(20) + "".join(str(mark).rjust(16) for mark in marks))
            for line in losses(told):
                say("  " + line)


def audited(page_type: PageType, port: int) -> dict:
    """Lighthouse's report on a page; it is asked again when it lost the browser's trace, which happens on slow machines."""
    for _ in range(TRIES):
        told = report(page_type.address(port), ["--skip-audits=is-crawlable"] if page_type.sensitive else [])
        if all(told["categories"][name]["score"] is not None for name in CATEGORIES):
            return told
    raise SystemExit(f"Lighthouse gave {page_type.name} no marks in {TRIES} tries.")


def report(address: str, options: list[str]) -> dict:
    """One run of Lighthouse, which npm fetches when it is first asked for."""
    with tempfile.TemporaryDirectory(prefix="vejviser-lighthouse-") as folder:
        file = Path(folder) / "report.json"
        done = subprocess.run(
            [
                *("npx", "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json", *options),
                *(f"--output-path={file}", f"--only-categories={','.join(CATEGORIES)}"),
                f"--chrome-flags=--headless=new {' '.join(chromium.flags())}",
            ],
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if not file.exists():
            raise SystemExit(f"Lighthouse did not report: {done.stderr[-2000:]}")
        return json.loads(file.read_text())


def environment() -> dict[str, str]:
    return os.environ | {"CHROME_PATH": chromium.executable(), "npm_config_update_notifier": "false"}


def losses(told: dict) -> list[str]:
    """The audits that took marks away, by category; those that are not wanted of a page are left out."""
    lines = []
    for name in CATEGORIES:
        for one in told["categories"][name]["auditRefs"]:
            audit = told["audits"][one["id"]]
            if one["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                lines.append(f"{name}: {audit['title']} {audit.get('displayValue', '')}".rstrip())
    return lines


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
