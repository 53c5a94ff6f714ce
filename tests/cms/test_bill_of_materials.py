"""The list of what the site is made of agrees with the lock, and names licences."""

import json
import re
from importlib import metadata
from pathlib import Path

from django.core.management import call_command

from cms.bill_of_materials import VENDORED, packages

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements.lock"


def written(capsys, *options):
    call_command("sbom", *options)
    return capsys.readouterr().out


def test_every_package_of_the_lock_is_in_it_with_its_hashes():
    pins = re.findall(r"^([a-z0-9-]+)==([^\s;]+)", LOCK.read_text(), re.MULTILINE)
    parts = packages(LOCK)
    assert [(part.name, part.version) for part in parts] == pins
    assert sum(len(part.hashes) for part in parts) == LOCK.read_text().count("--hash=sha256:")


def test_it_is_cyclonedx_in_which_every_reference_leads_somewhere(capsys):
    bill = json.loads(written(capsys))
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", bill["serialNumber"])
    references = [part["bom-ref"] for part in bill["components"]] + [bill["metadata"]["component"]["bom-ref"]]
    assert len(set(references)) == len(references)
    graph = {row["ref"]: row["dependsOn"] for row in bill["dependencies"]}
    assert set(graph) | {target for targets in graph.values() for target in targets} <= set(references)
    django = next(ref for ref in references if ref.startswith("pkg:pypi/django@"))
    assert django in graph["vejviser"]


def test_every_package_that_is_installed_tells_its_licence(capsys):
    rows = [line.split("\t") for line in written(capsys, "--licences").splitlines()]
    told = {(name, version): licence for name, version, licence in rows}
    unknown = {package for package, licence in told.items() if licence == "not installed on this machine"}
    # Some packages are locked twice, in another version for another Python.
    installed = {(part.metadata["Name"].lower().replace("_", "-"), part.version) for part in metadata.distributions()}
    assert not unknown & installed
    assert told["django", metadata.version("django")] == "BSD-3-Clause"


def test_copied_files_are_listed_in_the_versions_that_the_makefile_copies():
    recipe = (ROOT / "Makefile").read_text()
    assert {f"{name}@{version}" for name, version in re.findall(r"npm pack --silent ([a-z-]+)@([\d.]+)", recipe)} == {
        f"{part.name}@{part.version}" for part in VENDORED
    }
