"""Importing a spreadsheet in the admin: columns, differences before anything is written, drafts, progress, undo."""

import pytest
from django.urls import reverse

from directory.models import DeletedOffer, OfferPage, OrganisationPage, Place
from directory.uploading import work, writing
from directory.uploading.models import Stage, Upload
from tests import factories
from tests.cms.editing.uploading.conftest import CAFE, HEAD, KOR, outcomes, table
from tests.directory.importing.test_tables import workbook

pytestmark = pytest.mark.django_db


def offers():
    return dict(OfferPage.objects.values_list("title", "live"))


def offer(title="Caféen"):
    return OfferPage.objects.get(title=title).specific


def publish(title):
    offer(title).get_latest_revision().publish()


def text(answer):
    return " ".join(answer.content.decode().split())


def test_nothing_is_written_before_somebody_has_seen_what_would_be(approver):
    upload = approver.look(CAFE, KOR)
    assert (upload.stage, outcomes(upload)) == (Stage.CHECKED, {"Caféen": "created", "Koret": "created"})
    assert (offers(), OrganisationPage.objects.count(), Place.objects.count()) == ({}, 0, 0)
    html = text(approver.browser.get(approver.page(upload)))
    for said in ("Kom ind.", "Gaden 1 7100 Vejle", "87654321", "Importer 2 rækker"):
        assert said in html
    approver.press(upload, "write")
    assert (upload.stage, offers()) == (Stage.WRITTEN, {"Caféen": False, "Koret": False})
    assert offer().get_parent().title == "Huset"
    assert bytes(upload.data) == b""


def test_excel_is_the_same_table(approver):
    assert approver.send(workbook(HEAD.split(";"), CAFE.split(";")), name="tilbud.xlsx").status_code == 302
    upload = Upload.objects.get()
    approver.choose(upload)
    work.go_on()
    assert outcomes(upload) == {"Caféen": "created"}


def test_what_would_change_is_shown_field_by_field_and_what_is_as_it_was_is_left(approver):
    approver.bring(CAFE, KOR)
    publish("Caféen")
    upload = approver.look(CAFE.replace("12345678", "11223344"), KOR)
    assert outcomes(upload) == {"Caféen": "updated", "Koret": "unchanged"}
    assert upload.rows.get(title="Caféen").differences == [["Telefon", "12345678", "11223344"]]
    html = text(approver.browser.get(approver.page(upload) + "?outcome=updated"))
    assert "<del>12345678</del> → <ins>11223344</ins>" in html
    assert "Koret" not in html
    approver.press(upload, "write")
    assert (offer().phone, offer().live, offer("Koret").live) == ("11223344", True, False)


def test_what_editors_changed_or_deleted_stays_so_and_is_told(approver):
    approver.bring(CAFE, KOR)
    page = offer()
    page.title = "Vores café"
    page.save_revision()
    offer("Koret").delete()
    upload = approver.bring(CAFE.replace("Kom ind.", "Velkommen."), KOR)
    assert outcomes(upload) == {"Caféen": "edited", "Koret": "deleted"}
    assert list(OfferPage.objects.values_list("teaser", flat=True)) == ["Kom ind."]
    html = text(approver.browser.get(approver.page(upload)))
    assert "en redaktør har rettet det her" in html
    assert "en redaktør har slettet det her" in html


def test_a_row_that_is_refused_says_which_it_is_and_why_in_the_words_of_its_column(approver):
    upload = approver.look(CAFE, KOR.replace("87654321", "12 34"), CAFE, ";Værested;Huset;x;;;;;")
    refused = dict(upload.rows.filter(outcome="refused").values_list("number", "reason"))
    assert sorted(refused) == [3, 4, 5]
    assert "“Telefon”" in refused[3]
    assert "Række 2" in refused[4]
    assert "“Navn”" in refused[5]
    approver.press(upload, "write")
    assert list(offers()) == ["Caféen"]


def test_a_new_row_that_looks_like_an_offer_that_is_here_says_so(approver):
    house = factories.OrganisationFactory(title="Huset", parent=approver.branch)
    factories.OfferFactory(title="Café en", phone="+45 12 34 56 78", parent=house)
    upload = approver.look(CAFE, KOR)
    told = dict(upload.rows.values_list("title", "reason"))
    assert told == {"Caféen": "Er det “Café en”, som er her? Det har samme telefon.", "Koret": ""}


def test_nothing_is_kept_of_a_row_with_a_cpr_number(approver):
    upload = approver.look(CAFE.replace("Kom ind.", "Ring til 010190-1234"), KOR)
    row = upload.rows.get(outcome="refused")
    assert (row.value, row.title, bytes(upload.data)) == ({}, "", b"")
    assert "1234" not in row.reason


def test_a_file_without_headings_or_with_a_number_in_its_name_leaves_nothing_behind(approver):
    for data, name in ((table(CAFE, head="Caféen;010190-1234"), "tilbud.csv"), (table(CAFE), "010190-1234.csv")):
        assert approver.send(data, name=name).context["form"].errors["file"]
    assert not Upload.objects.exists()


def test_columns_are_chosen_once_and_known_the_next_time(approver):
    head = HEAD.replace("Navn", "Vores sted").replace("Kort beskrivelse", "Manchet")
    approver.send(table(CAFE, head=head))
    first = Upload.objects.get()
    refused = approver.choose(first)
    assert "hvilken kolonne" in text(refused)
    twice = approver.choose(first, column0="name", column1="name")
    assert "Mere end én kolonne" in text(twice)
    approver.choose(first, column0="name", column3="summary", column4="")
    work.go_on()
    assert first.rows.get().title == "Caféen"
    assert "phone" not in first.rows.get().value

    approver.send(table(KOR, head=head))
    form = approver.browser.get(approver.page(Upload.objects.first())).context["form"]
    assert [form[name].value() for name in ("column0", "column3", "column4", "column5")] == [
        "name",
        "summary",
        "",
        "address",
    ]


def test_an_import_is_undone_as_a_whole(approver):
    approver.bring(CAFE)
    publish("Caféen")
    upload = approver.bring(
        CAFE.replace("12345678", "11223344"), "Nyt sted;Værested;Ny forening;Nyt.;;Vejen 2;7100;Vejle;"
    )
    assert (offer().phone, Place.objects.count()) == ("11223344", 2)
    approver.press(upload, "undo")
    assert upload.stage == Stage.UNDONE
    assert (offers(), offer().phone) == ({"Caféen": True}, "12345678")
    assert list(OrganisationPage.objects.values_list("title", flat=True)) == ["Huset"]
    assert (Place.objects.count(), DeletedOffer.objects.count()) == (1, 0)
    # What was undone may be imported again, when the file is mended.
    again = approver.look(CAFE, "Nyt sted;Værested;Ny forening;Nyt.;;Vejen 2;7100;Vejle;")
    assert outcomes(again) == {"Caféen": "unchanged", "Nyt sted": "created"}


def test_undoing_leaves_what_editors_did_since_and_says_so(approver):
    upload = approver.bring(CAFE, KOR)
    publish("Koret")
    page = offer()
    page.teaser = "Ny linje"
    page.save_revision()
    approver.press(upload, "undo")
    assert offers() == {"Caféen": False, "Koret": True}
    told = dict(upload.rows.values_list("title", "reason"))
    assert "rettet" in told["Caféen"]
    assert "udgivet" in told["Koret"]


def test_a_file_of_which_nothing_was_written_can_be_thrown_away_and_no_other(approver):
    upload = approver.look(CAFE)
    assert approver.press(upload, "drop").headers["Location"] == reverse("imports")
    assert not Upload.objects.exists()
    written = approver.bring(CAFE)
    approver.press(written, "drop")
    assert Upload.objects.exists()


def test_a_long_file_is_done_in_pieces_and_tells_how_far_it_is(approver, monkeypatch):
    monkeypatch.setattr(work, "BATCH", 2)
    monkeypatch.setattr(work, "SECONDS", -1)
    approver.send(table(*(CAFE.replace("Caféen", f"Café {n}") for n in range(3))))
    upload = Upload.objects.get()
    approver.choose(upload)
    for done in ("0 af 3", "2 af 3", "3 af 3"):
        work.go_on()
        page = approver.browser.get(approver.page(upload))
        assert (done in text(page), page.headers["Refresh"]) == (True, "4")
    work.go_on()
    assert "Refresh" not in approver.browser.get(approver.page(upload)).headers


def test_a_worker_that_is_stopped_in_the_midst_loses_no_row_and_writes_none_twice(approver, monkeypatch):
    upload = approver.look(CAFE, KOR)
    whole = writing._write

    def stopped(job, upload, row):
        whole(job, upload, row)
        if row.title == "Koret":
            raise KeyboardInterrupt

    monkeypatch.setattr(writing, "_write", stopped)
    with pytest.raises(KeyboardInterrupt):
        approver.press(upload, "write")
    assert offers() == {"Caféen": False}
    monkeypatch.setattr(writing, "_write", whole)
    work.go_on()
    assert offers() == {"Caféen": False, "Koret": False}


def test_the_page_takes_the_same_number_of_queries_however_many_rows_there_are(approver, django_assert_max_num_queries):
    upload = approver.bring(*(CAFE.replace("Caféen", f"Café {n}") for n in range(12)))
    with django_assert_max_num_queries(30):
        approver.browser.get(approver.page(upload))
