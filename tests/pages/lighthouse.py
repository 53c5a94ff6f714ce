"""`make lighthouse`: what Google's auditor says of the three pages that people meet first, as on a slow telephone."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.pages import served
from tests.pages.page_types import PAGE_TYPES
from tests.services import chromium

VERSION = "13.5.0"
ASKED = ("municipality", "found by words", "drop-in centre")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def main() -> None:
    """Print a table: a row for each page, its marks out of 100, and what took marks away."""
    say("page".ljust(20) + "".join(name.rjust(16) for name in CATEGORIES))
    with served.site() as port:
        for page_type in PAGE_TYPES:
            if page_type.name in ASKED:
                told = audited(page_type.address(port))
                marks = [round(100 * (told["categories"][name]["score"] or 0)) for name in CATEGORIES]
                say(page_type.name.ljust(20) + "".join(str(mark).rjust(16) for mark in marks))
                for line in losses(told):
                    say("  " + line)


def audited(address: str) -> dict:
    """Lighthouse's report on a page, fetched through npm when it is first asked for."""
    with tempfile.TemporaryDirectory(prefix="vejviser-lighthouse-") as folder:
        report = Path(folder) / "report.json"
        done = subprocess.run(
            [
                *("npx", "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json"),
                *(f"--output-path={report}", f"--only-categories={','.join(CATEGORIES)}"),
                f"--chrome-flags=--headless=new {' '.join(chromium.flags())}",
            ],
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if not report.exists():
            raise SystemExit(f"Lighthouse did not report: {done.stderr[-2000:]}")
        return json.loads(report.read_text())


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
