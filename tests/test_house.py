"""The house's few enforced limits, and what its tree may not hold. docs/decisions tells when a limit should give way."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from tests.circles import PACKAGES, circles, graph

ROOT = Path(__file__).resolve().parents[1]
MAX_LINES = 300
MAX_FUNCTION_LINES = 25
#: A template's line is read like one of Python: what is longer, or asks more, has a value, a tag or a line of its own.
MAX_TEMPLATE_LINE, MAX_TEMPLATE_TAGS = 160, 6
#: Fewer words are a riddle: what is it, in which unit, and what when there is none?
MIN_DOCSTRING_WORDS = 5
#: Functions to be split with the change that they wait for; then the line goes.
NOT_YET: set[str] = set()
#: Names that every room may have, since they mean the same in each: what is registered, and what Django looks for.
SAME_IN_EVERY_ROOM = {"connect", "edit_handler", "main", "menu_item", "permissions", "register"}
#: Files whose names are read with the file's own: commands, tags of templates, and readers of a row ("values.text").
EVERY_ROOM = {"commands", "templatetags", "values.py", "environment.py"}
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
    assert {path: lines for path, lines in lengths.items() if lines > MAX_LINES} == {}


def test_no_function_is_too_long():
    too_long = {function: lines for function, lines in function_lengths().items() if lines > MAX_FUNCTION_LINES}
    assert too_long.keys() - NOT_YET == set()


def function_lengths() -> dict[str, int]:
    """The lines of every function, by the module and its name; of those with one name, the longest."""
    lengths: dict[str, int] = {}
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                function = f"{name(path)} {node.name}"
                lengths[function] = max(lines_of(node), lengths.get(function, 0))
    return lengths


def lines_of(function) -> int:
    """The lines of a function's body; its docstring is free."""
    body = function.body
    first = body[1] if ast.get_docstring(function) and len(body) > 1 else body[0]
    return body[-1].end_lineno - first.lineno + 1


def test_no_line_of_a_template_is_too_long_or_asks_too_much():
    crowded = set()
    for path in tracked("templates/*.html", "templates/*.jinja"):
        for number, line in enumerate(path.read_text().splitlines(), start=1):
            if len(line) > MAX_TEMPLATE_LINE or line.count("{%") > MAX_TEMPLATE_TAGS:
                crowded.add(f"{name(path)}:{number}")
    assert crowded == set()


def test_no_exception_outlives_its_reason():
    """One that is not needed any more would let the next long function in."""
    lengths = function_lengths()
    assert {row for row in NOT_YET if lengths.get(row, 0) <= MAX_FUNCTION_LINES} == set()


@pytest.mark.parametrize("folder", ["directory", "cms"])
def test_no_docstring_of_a_public_name_is_a_riddle(folder):
    riddles = {}
    for path in modules():
        if path.relative_to(ROOT).parts[0] == folder:
            for node, told in docstrings(path):
                if len(told.split()) < MIN_DOCSTRING_WORDS and not getattr(node, "name", "").startswith("_"):
                    riddles[f"{name(path)} {getattr(node, 'name', '')}"] = told
    assert riddles == {}


def docstrings(path):
    """What is documented in a module, with what is said of it."""
    kinds = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    found = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, kinds))
    return [(node, ast.get_docstring(node)) for node in found if ast.get_docstring(node)]


def test_no_public_name_means_two_things_in_two_rooms():
    places: dict[str, set[str]] = {}
    for path in modules():
        if path.relative_to(ROOT).parts[0] in {"directory", "cms"} and not EVERY_ROOM & set(path.parts):
            for node in ast.parse(path.read_text()).body:
                if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
                    places.setdefault(node.name, set()).add(name(path))
    assert {one: found for one, found in places.items() if len(found) > 1 and one not in SAME_IN_EVERY_ROOM} == {}


def test_words_are_spelled_one_way():
    """One spelling finds them all: "cannot" in one word, "again" where "anew" would do."""
    other = re.compile(r"\b(?:can not|anew)\b", re.IGNORECASE)
    listed = tracked("*.py", "*.html", "*.jinja", "*.po", "*.md", "*.json", "Makefile")
    found = [name(path) for path in listed if other.search(path.read_text())]
    assert found == ["tests/test_house.py"]


def test_nothing_names_a_folder_of_one_machine():
    suspicious = {}
    for path in tracked(
        "*.py", "*.md", "*.toml", "*.html", "*.jinja", "*.yaml", "*.yml", "*.js", "*.scss", "Makefile", ".ci/*"
    ):
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
