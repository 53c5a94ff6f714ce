"""The address of a search: what stands in it, and what it costs where much is chosen."""

import pytest
from django.http import QueryDict

from directory.sites import address
from directory.sites.address import Address

MANY = [f"behov-{n}" for n in range(140)]


def test_every_value_is_written_as_an_address_has_it_once_whatever_is_taken_back(monkeypatch):
    written = []
    encode = address.urlencode
    monkeypatch.setattr(address, "urlencode", lambda pairs: written.append(pairs) or encode(pairs))
    asked = Address(QueryDict("&".join(f"behov={value}" for value in MANY)))
    chips = [str(asked.without("need", value)) for value in MANY]
    assert len(set(chips)) == len(MANY)
    assert len(written) == len(MANY)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", "?"),
        ("q=a+b&behov=x&q=c&behov=y", "?q=a+b&q=c&behov=x&behov=y"),
        ("q=%C3%A6%26%3D&tom=&tom", "?q=%C3%A6%26%3D&tom=&tom="),
        ("q=%ff%00&%C3%B8=1", "?q=%EF%BF%BD%00&%C3%B8=1"),
    ],
)
def test_what_somebody_typed_is_carried_along(text, written):
    assert str(Address(QueryDict(text))) == written
    assert Address(QueryDict(text)).data.urlencode() == QueryDict(text).urlencode()


def test_a_verb_gives_another_address_from_the_first_page_and_leaves_this_one_as_it_is():
    asked = Address(QueryDict("behov=x&side=3&behov=y&liste=1-2"))
    assert str(asked.without("need", "x")) == "?behov=y&liste=1-2"
    assert str(asked.without("need")) == "?liste=1-2"
    assert str(asked.with_("need", "æ")) == "?behov=%C3%A6&liste=1-2"
    assert str(asked.adding("need", "z").page(2)) == "?behov=x&behov=y&behov=z&liste=1-2&side=2"
    assert str(asked) == "?behov=x&behov=y&side=3&liste=1-2"
    assert (asked.value("page"), asked.first_page().value("page")) == ("3", "")
