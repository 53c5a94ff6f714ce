"""The script that compares two commits finds every difference, and writes alike no more than it says."""

import subprocess

import pytest
from django.test import Client

from tests.comparing import asking
from tests.comparing.__main__ import compared, tell
from tests.comparing.addresses import OFFERS, Address, addresses
from tests.comparing.checkout import KEY, commit_of
from tests.comparing.differences import Expected, changed, differing, grouped, reasons
from tests.comparing.spelling import Spelling

FOUND = {"keys": {"/v/a/": 12, "/v/b/": 34, "/v/c/": 7}, "static": {"site.css": "site.aa.css", "map.js": "map.11.js"}}
#: As another commit has it: one offer has kept its key, one file its content.
LATER = {"keys": {"/v/a/": 34, "/v/b/": 12, "/v/c/": 7}, "static": {"site.css": "site.bb.css", "map.js": "map.11.js"}}


@pytest.fixture
def spellings():
    return Spelling.of(FOUND, LATER), Spelling.of(LATER, FOUND)


class Said:
    """A checkout that says the same or something else each time it is asked."""

    def __init__(self, *bodies):
        self.bodies = list(bodies)

    def ask(self, address):
        pass

    def read(self):
        return answer(self.bodies.pop(0) if len(self.bodies) > 1 else self.bodies[0])


def answer(body, **headers):
    return {"status": 200, "headers": sorted(headers.items()), "body": body}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<p>a</p>", "<p>a</p>\n"),
        ("<p>a</p><p>", "<p>a</p>\n<p>"),
        ("a b", "a  b"),
        ("a\r\nb", "a\nb"),
        ("å", "a\u030a"),
    ],
)
def test_a_difference_of_one_byte_is_found(old, new):
    assert changed(differing(old, new))
    assert differing(old, old) == []


def test_a_long_line_of_html_differs_only_where_an_element_does():
    old, new = ("".join(f"<li>{number}</li>" for number in row) for row in (range(50), (*range(49), 99)))
    assert changed(differing(old, new)) == ["-<li>49</li>", "+<li>99</li>"]


def test_what_differs_alike_at_many_addresses_is_told_once_and_the_most_frequent_first():
    more, less = differing("a\nb\n", "a\nc\n"), differing("a\n", "d\n")
    first, second = grouped({"/1": less, "/2": more, "/3": ["@@ elsewhere @@", *more[1:]]})
    assert (first.addresses, second.addresses) == (["/2", "/3"], ["/1"])


def test_status_and_headers_are_compared_but_for_what_follows_from_the_rest():
    same = Spelling({}, {})
    plain = same.text(answer("a", Vary="Cookie"))
    assert same.text(answer("a", **{"Vary": "Cookie", "Content-Length": "1", "Last-Modified": "today"})) == plain
    assert same.text(answer("a", Vary="Accept")) != plain
    assert same.text(answer("a", Vary="Cookie") | {"status": 404}) != plain


@pytest.mark.parametrize(
    "written",
    [
        '<li id="t{a}">', '<a href="?q=x#t{a}">', "/liste/{a}-7-{b}/print/", "?liste={a}", "&amp;liste={b}-{a}",
        "sms:?&amp;body=http%3A%2F%2Flocalhost%2Fliste%2F{a}-{b}%2F", "/tilbagemelding/?tilbud={b}",
        '<input type="hidden" name="about" value="{a}">', '<input type="hidden" name="liste" value="{a}-{b}">',
    ],
)  # fmt: skip
def test_keys_that_differ_are_written_alike_and_in_their_order(spellings, written):
    old, new = spellings
    assert old.same(written.format(a=12, b=34)) == new.same(written.format(a=34, b=12))
    assert old.same(written.format(a=12, b=34)) != new.same(written.format(a=12, b=34))


@pytest.mark.parametrize(
    "text", ["alder=12", "kl. 12-34", 'id="t7"', "tel:12", "/behov/12/", 'name="alder" value="12"']
)
def test_other_numbers_and_keys_that_are_the_same_stay_as_they_are(spellings, text):
    assert [spelling.same(text) for spelling in spellings] == [text, text]


def test_nothing_is_written_otherwise_where_keys_and_files_are_the_same():
    spelling = Spelling.of(FOUND, FOUND)
    text = '<li id="t12"><link href="site.aa.css">%2Fliste%2F12 <div class="vv-qr"><svg>a</svg></div>'
    assert spelling.same(text) == text


def test_only_the_hash_of_a_file_that_changed_is_left_out(spellings):
    assert [spelling.same("site.aa.css site.bb.css map.11.js") for spelling in spellings] == [
        "site.css site.bb.css map.11.js",
        "site.aa.css site.css map.11.js",
    ]


def test_a_code_to_scan_is_left_out_only_where_it_leads_to_a_list_whose_keys_differ(spellings):
    old, new = spellings
    code = '<div class="vv-qr" role="img"><svg>{}</svg></div>'
    offer = code.format("a")
    assert old.same(offer) == offer
    handed_over = "%2Fliste%2F{}%2F " + code
    assert old.same(handed_over.format(12, "a")) == new.same(handed_over.format(34, "b"))


def test_a_difference_is_meant_when_every_line_of_it_is():
    old_heading = Expected(r"<h1>", "headings have a class")
    new_heading = Expected(r"<h1 class", "headings have a class")
    diff = differing("<h1>a</h1>\n", '<h1 class="x">a</h1>\n')
    assert reasons("/a", diff, [old_heading, new_heading]) == {old_heading, new_heading}
    assert reasons("/a", diff, [new_heading]) == set()
    assert reasons("/a", diff, [Expected("h1", "only there", address="^/b"), new_heading]) == set()


def test_what_is_not_meant_is_shown_and_counted(capsys):
    assert tell({}) == 0
    assert tell({"/a": differing("1\n", "2\n"), "/b": differing("1\n", "2\n")}) == 2
    told = capsys.readouterr().out
    assert "=== 2: /a\n    /b\n" in told
    assert "-1↵\n+2↵\n" in told


def test_what_differs_only_for_a_moment_is_no_difference():
    here, alike = Address("localhost:8000", "/"), (Spelling({}, {}), Spelling({}, {}))
    assert compared(Said("closes in 1 minute", "closed"), Said("closed"), here, alike) == (200, [])
    assert compared(Said("open"), Said("closed"), here, alike)[1]


@pytest.fixture
def held():
    """A demonstration of a few pages of each kind."""
    sites = {f"{name}.localhost:8000": f"/vejviser/{name}/" for name in ("eksempel", "vejle", "randers")}
    kinds = {
        f"/vejviser/{branch}/sted/{kind}-{number}/": f"{kind}page"
        for kind in OFFERS
        for branch in ("eksempel", "vejle", "randers", "hele-landet")
        for number in range(3)
    }
    kinds |= {f"/vejviser/{kind}/": kind for kind in ("municipalitypage", "nationalbranchpage")}
    kinds |= {f"/vejviser/vejle/{kind}/": kind for kind in ("textpage", "organisationpage")}
    return {
        "today": "2026-02-28",
        "sites": sites | {"localhost:8000": "/vejviser/"},
        "kinds": kinds,
        "keys": {path: number for number, path in enumerate(kinds)},
        **{name: [f"{name}-{number}" for number in range(30)] for name in asking.TERMS},
    }


def test_more_than_200_addresses_are_asked_none_twice_and_the_same_each_time(held):
    asked = addresses(held)
    assert len(set(asked)) == len(asked) > 200
    assert addresses(held) == asked
    assert len({str(address) for address in asked}) == len(asked)


def test_every_key_in_an_address_is_that_of_a_page_that_is_there(held):
    named = {name for address in addresses(held) for name in KEY.findall(address.path + address.form)}
    assert len(named) > 10
    assert named <= held["keys"].keys()


@pytest.mark.django_db
def test_a_site_answers_with_its_status_its_headers_and_its_body():
    told = asking.answered(Client(), host="localhost", path="/healthz", method="GET", form="")
    assert (told["status"], told["body"]) == (200, "ok\n")
    assert ("Content-Type", "text/plain") in told["headers"]


@pytest.mark.parametrize("name", ["no-such-branch", "--all", "", "HEAD:README.md"])
def test_what_is_no_commit_is_told_so(name):
    with pytest.raises(SystemExit, match="There is no commit"):
        commit_of(name)


def test_a_name_stands_for_its_commit():
    told = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False)
    if told.returncode:
        pytest.skip("not a git checkout")
    assert told.stdout.startswith(commit_of("HEAD"))
