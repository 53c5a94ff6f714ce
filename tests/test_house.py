"""The house's few enforced limits, and what its tree may not hold. docs/decisions tells when a limit should give way."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from tests.circles import PACKAGES, circles, graph

ROOT = Path(__file__).resolve().parents[1]
#: "About 300" and "about 25": what is a little longer is a matter of taste, what is past these is two things in one.
MOST_LINES = 340
LONGEST_FUNCTION = 35
#: Folders of one machine mean nothing on another.
FOREIGN = re.compile(r"(?<![\w.)}])/(?:root|home|work)/\w+")


def tracked(*patterns):
    listed = subprocess.run(["git", "ls-files", "-z", *patterns], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout, so that nobody knows which files are the project's")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def modules():
    return [path for path in tracked("*.py") if "migrations" not in path.parts]


def name(path):
    return str(path.relative_to(ROOT))


def test_no_module_is_too_long():
    lengths = {name(path): len(path.read_text().splitlines()) for path in modules()}
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_function_is_too_long():
    too_long = {}
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines_of(node) > LONGEST_FUNCTION:
                too_long[f"{name(path)}:{node.lineno} {node.name}"] = lines_of(node)
    assert too_long == {}


def lines_of(function) -> int:
    """The lines of a function's body; its docstring is free."""
    body = function.body
    first = body[1] if ast.get_docstring(function) and len(body) > 1 else body[0]
    return body[-1].end_lineno - first.lineno + 1


def test_nothing_names_a_folder_of_one_machine():
    suspicious = {}
    for path in tracked("*.py", "*.md", "*.toml", "*.html", "*.yaml", "*.yml", "*.js", "*.scss", "Makefile", ".ci/*"):
        found = FOREIGN.search(path.read_text())
        if found:
            suspicious[name(path)] = found.group()
    assert suspicious == {}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_every_package_by_hash_and_names_no_host(lock):
    text = (ROOT / lock).read_text()
    assert "://" not in text
    packages = re.findall(r"^[a-z0-9-]+==.*?(?=^[a-z]|\Z)", text, re.MULTILINE | re.DOTALL)
    assert packages
    assert [package for package in packages if "--hash=sha256:" not in package] == []


def test_both_locks_agree_on_what_they_share():
    """Tests say something about the site only when they ran with its packages."""
    pins = [
        dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / lock).read_text(), re.MULTILINE))
        for lock in ("requirements.lock", "requirements-dev.lock")
    ]
    assert pins[0].items() <= pins[1].items()


def test_no_modules_import_each_other_in_a_circle():
    assert circles(graph(*PACKAGES)) == []


def test_every_module_is_looked_at_for_circles():
    """A folder without an `__init__.py` would be passed over."""
    paths = [path.relative_to(ROOT).with_suffix("") for path in tracked(*(f"{package}/*.py" for package in PACKAGES))]
    modules = {".".join(path.parts).removesuffix(".__init__") for path in paths}
    # A script beside the data that it repairs: nothing can import it.
    assert modules - graph(*PACKAGES).modules == {"directory.data.repair_points"}


def test_a_circle_is_found_also_when_it_closes_inside_a_function(tmp_path, monkeypatch):
    package = tmp_path / "circling"
    package.mkdir()
    for module, source in {
        "__init__": "",
        "offer": "def show():\n    from circling.page import page",
        "page": "from circling import card",
        "card": "import circling.offer",
        "outside": "from circling import offer",
        "typed": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from circling import reader",
        "reader": "from circling import typed",
    }.items():
        (package / f"{module}.py").write_text(source)
    monkeypatch.syspath_prepend(tmp_path)
    assert circles(graph("circling")) == [["circling.card", "circling.offer", "circling.page"]]
