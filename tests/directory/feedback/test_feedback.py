"""What visitors tell: without a cookie, a name or an address; what is refused, and who is."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from directory.feedback import limit
from directory.models import Feedback
from tests.directory.reading import text_of
from tests.factories import DropInCentreFactory, FindOffersFactory, MunicipalityFactory, PlaceFactory, portal

pytestmark = pytest.mark.django_db
HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}
FORM = "/tilbagemelding/"


@pytest.fixture(autouse=True)
def nobody_has_written():
    limit.forget()
    yield
    limit.forget()


@pytest.fixture
def offer():
    FindOffersFactory()
    return DropInCentreFactory(title="Lyspunktet")


def told():
    return [(row.page_id, row.what, row.text, row.handled_on) for row in Feedback.objects.all()]


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def test_an_offer_asks_whether_it_was_of_use_and_one_press_answers(client, offer):
    form = soup(client.get(offer.get_url())).select_one(".vv-feedback form")
    assert form["action"] == FORM
    sent = {"about": form.select_one("[name=about]")["value"], "website": "", "useful": "yes"}
    answer = client.post(form["action"], sent, **HERE)
    assert answer.headers["Location"] == FORM + "tak/"
    # There is nothing to do about praise, so it does not wait for anybody.
    assert told() == [(offer.pk, "useful", "", timezone.localdate())]


def test_who_could_not_use_it_is_asked_what_is_wrong(client, offer):
    answer = client.post(FORM, {"about": offer.pk, "useful": "no"}, **HERE)
    assert answer.headers["Location"] == f"{FORM}?tilbud={offer.pk}"
    assert told() == [(offer.pk, "useless", "", None)]
    page = client.get(answer.headers["Location"])
    assert "Lyspunktet" in text_of(page)
    assert "Hvad er forkert på siden?" in text_of(page)


def test_what_is_wrong_goes_to_the_offer(client, offer):
    href = soup(client.get(offer.get_url())).select_one(".vv-feedback a")["href"]
    about = soup(client.get(href)).select_one("[name=about]")["value"]
    answer = client.post(FORM, {"about": about, "text": "  Telefonen er forkert.\r\nDen er 12 34 56 78. "}, **HERE)
    assert answer.status_code == 302
    assert told() == [(offer.pk, "wrong", "Telefonen er forkert.\nDen er 12 34 56 78.", None)]


def test_what_was_looked_for_in_vain_goes_to_the_site(client, index, committed):
    with committed():
        FindOffersFactory()
        vejle = MunicipalityFactory(title="Vejle", slug="vejle")
    nothing = client.get("/find-tilbud/?q=zzzzqqq&hvornaar=aften")
    assert FORM in [a["href"] for a in soup(nothing).select(".vv-empty a, .vv-hint a, main p a")]
    assert "Hvad ledte du efter?" in text_of(client.get(FORM))
    client.post(FORM, {"text": "Et kor for mænd"}, **HERE)
    assert told() == [(portal().pk, "missing", "Et kor for mænd", None)]
    assert vejle.feedback.count() == 0


def test_nothing_of_the_person_is_kept():
    assert {field.name for field in Feedback._meta.get_fields()} == {"id", "page", "what", "text", "day", "handled_on"}


def test_no_page_of_it_sets_a_cookie_or_is_kept_anywhere(offer):
    client = Client(enforce_csrf_checks=True)
    answers = [
        client.get(offer.get_url()),
        client.get(f"{FORM}?tilbud={offer.pk}"),
        client.post(FORM, {"about": offer.pk, "text": "Døren er rød"}, **HERE),
        client.get(FORM + "tak/"),
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 302, 200]
    assert not client.cookies
    for answer in answers[1:]:
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex"


CPR = [
    "010190-1234",
    "0101901234",
    "010190 1234",
    "01 01 90 12 34",
    "0 1 0 1 9 0 1 2 3 4",
    "01.01.90-1234",
    "01/01/90 – 1234",
]


@pytest.mark.parametrize(
    "number", [*CPR, "2902041234", "٠١٠١٩٠-١٢٣٤", "0101\u00ad90\u200b1234", "ring 20123456 010190-1234"]
)
def test_what_looks_like_a_cpr_number_is_refused_in_words_and_kept_nowhere(client, offer, number, caplog):
    answer = client.post(FORM, {"about": offer.pk, "text": f"Jeg er {number}, ring til mig"}, **HERE)
    assert answer.status_code == 422
    assert "ligner et cpr-nummer" in text_of(answer)
    assert number in soup(answer).select_one("textarea").text
    assert told() == []
    assert number not in caplog.text


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"text": "x" * 501}, "Der er plads til 500 tegn"),
        ({"text": " \r\n "}, "Skriv nogle få ord"),
        ({}, "Skriv nogle få ord"),
        ({"useful": "maybe"}, "maybe"),
    ],
)
def test_what_can_not_be_taken_is_told(client, offer, sent, why):
    answer = client.post(FORM, {"about": offer.pk} | sent, **HERE)
    assert answer.status_code == 422
    assert why in text_of(answer)
    assert soup(answer).title.get_text(strip=True).startswith("Fejl:")
    assert told() == []


def test_a_full_text_with_many_lines_is_taken_as_the_browser_counts_it(client, offer):
    client.post(FORM, {"about": offer.pk, "text": "ab\r\n" * 166}, **HERE)
    assert Feedback.objects.get().text.count("\n") == 165


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "{{ 7|add:7 }}", "\x00\x1b[31m", "' OR 1=1 --", "\u202e🙂"]
)
def test_hostile_text_is_words_and_nothing_else(client, offer, text):
    refused = client.post(FORM, {"about": offer.pk, "text": text + " 010190-1234"}, **HERE)
    assert not soup(refused).select("textarea *, main script")
    client.post(FORM, {"about": offer.pk, "text": text + " x"}, **HERE)
    assert Feedback.objects.count() == 1
    assert "\x00" not in Feedback.objects.get().text


@pytest.mark.parametrize("key", ["0", "-1", "x", "²", "1e3", "9" * 30, "\x00", "1' OR '1'='1"])
def test_there_is_nothing_to_tell_about_what_is_not_there(client, offer, key):
    assert client.get(FORM, {"tilbud": key}).status_code == 404
    assert client.post(FORM, {"about": key, "text": "hej"}, **HERE).status_code == 404
    assert told() == []


def test_an_offer_that_is_not_published_takes_no_feedback_and_does_not_tell_its_name(client, offer):
    offer.unpublish()
    answer = client.get(f"{FORM}?tilbud={offer.pk}")
    assert answer.status_code == 404
    assert "Lyspunktet" not in answer.content.decode()


def test_a_robot_is_thanked_and_nothing_is_kept(client, offer):
    answer = client.post(FORM, {"about": offer.pk, "text": "Buy now", "website": "http://spam.example"}, **HERE)
    assert answer.headers["Location"] == FORM + "tak/"
    assert told() == []


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_SEC_FETCH_SITE": "same-site"},
        {"HTTP_SEC_FETCH_SITE": ""},
        {"HTTP_ORIGIN": "https://evil.example"},
        {"HTTP_ORIGIN": "https://testserver.evil.example"},
        {"HTTP_ORIGIN": "http://["},
    ],
)
def test_another_site_can_not_send_the_form(client, offer, headers):
    answer = client.post(FORM, {"about": offer.pk, "text": "hej"}, **headers)
    assert answer.status_code == 403
    assert told() == []


@pytest.mark.parametrize("headers", [{}, {"HTTP_ORIGIN": "null"}, {"HTTP_ORIGIN": "http://testserver"}, HERE])
def test_an_old_browser_may_say_little_of_where_it_was(client, offer, headers):
    assert client.post(FORM, {"about": offer.pk, "text": "hej"}, **headers).status_code == 302


def test_too_much_from_one_address_is_stopped_and_another_is_not(client, offer):
    def send(address, **headers):
        return client.post(FORM, {"about": offer.pk, "text": "hej"}, REMOTE_ADDR=address, **HERE, **headers)

    assert {send("192.0.2.1").status_code for _ in range(limit.MAX_PER_SENDER)} == {302}
    stopped = send("192.0.2.1", HTTP_X_FORWARDED_FOR="198.51.100.7")
    assert stopped.status_code == 429
    assert "Prøv igen om en time" in text_of(stopped)
    assert soup(stopped).select_one("textarea").text.strip() == "hej"
    assert send("192.0.2.2").status_code == 302
    assert Feedback.objects.count() == limit.MAX_PER_SENDER + 1


def test_behind_a_proxy_the_address_is_the_one_that_the_proxy_saw(client, offer, settings):
    settings.BEHIND_PROXY = True

    def send(forwarded):
        return client.post(FORM, {"text": "hej"}, HTTP_X_FORWARDED_FOR=forwarded, **HERE).status_code

    # What a visitor writes in front of it makes no other visitor.
    assert {send(f"203.0.113.{n}, 192.0.2.1") for n in range(limit.MAX_PER_SENDER)} == {302}
    assert send("1.2.3.4, 192.0.2.1") == 429
    assert send("2001:db8:0:1::5") == 302
    assert send("nonsense") == 302


def test_no_address_is_kept_even_in_memory(client, offer):
    client.post(FORM, {"about": offer.pk, "text": "hej"}, REMOTE_ADDR="192.0.2.77", **HERE)
    held = repr(vars(limit.LIMIT))
    assert "192.0.2.77" not in held
    assert limit.LIMIT._counts.total() == 1


def test_after_an_hour_the_count_begins_again(client, offer, monkeypatch):
    for _ in range(limit.MAX_PER_SENDER):
        client.post(FORM, {"text": "hej"}, **HERE)
    salt = limit.LIMIT._salt
    monkeypatch.setattr(limit.LIMIT, "_began", limit.LIMIT._began - 3601)
    assert client.post(FORM, {"text": "hej"}, **HERE).status_code == 302
    assert limit.LIMIT._salt != salt


def test_what_is_old_is_deleted_by_the_command_and_by_the_next_who_writes(client, offer, settings, capsys):
    settings.FEEDBACK_DAYS = 30
    old, new = (timezone.localdate() - timedelta(days=days) for days in (31, 30))

    def write():
        for day in (old, new):
            Feedback.objects.create(page=offer, what="wrong", text=str(day), day=day)

    write()
    call_command("forget")
    assert "Feedback deleted: 1" in capsys.readouterr().out
    write()
    client.post(FORM, {"text": "hej"}, **HERE)
    assert not Feedback.objects.filter(day=old).exists()
    assert Feedback.objects.filter(day=new).count() == 2


def test_the_form_tells_nothing_of_a_secret_address(client, offer):
    place = PlaceFactory(street="Skjulvej 9", visibility="secret", lat=55.71, lon=9.51)
    hidden = DropInCentreFactory(title="Læ", place=place)
    html = client.get(f"{FORM}?tilbud={hidden.pk}").content.decode()
    assert "Læ" in html
    assert "Skjulvej" not in html
    assert "55.71" not in html
