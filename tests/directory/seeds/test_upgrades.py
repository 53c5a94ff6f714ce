"""A new release ships other rows: they reach those who changed nothing, and nobody else."""

from datetime import date

import pytest

from directory.models import Helpline, Need, SeedRecord, StartCard, SynonymGroup
from directory.seeds.helplines import HelplineSeeds
from directory.seeds.loading import load_words
from directory.seeds.start_cards import StartCardSeeds
from directory.seeds.table import SeedTable
from directory.seeds.taxonomies import NeedSeeds
from directory.seeds.words import SynonymSeeds
from directory.seeds.writing import write
from tests.factories import MunicipalityFactory

pytestmark = pytest.mark.django_db


def later(table: SeedTable, **changes: dict) -> SeedTable:
    """The table as a later release ships it: rows by key, with what is different in them or all that is new."""

    class Later(type(table)):
        def shipped(self):
            told = super().shipped()
            return told | {key: told.get(key, {}) | values for key, values in changes.items()}

    one = Later.__new__(Later)
    one.__dict__ |= table.__dict__
    return one


def term(**values) -> dict:
    return {"name": "", "name_en": "", "everyday": "", "order": 0, "parent": ""} | values


def told(report) -> tuple:
    return report.new, report.updated, report.edited, report.deleted


def test_a_row_that_nobody_changed_follows_the_release():
    write(NeedSeeds())
    upgrade = later(NeedSeeds(), ensomhed={"everyday": "alene\nensom"})
    assert told(write(upgrade)) == (0, 1, [], [])
    assert Need.objects.get(slug="ensomhed").everyday == "alene\nensom"
    assert told(write(upgrade)) == (0, 0, [], [])


def test_a_row_that_is_new_is_added_under_the_one_that_it_belongs_to():
    write(NeedSeeds())
    parent = Need.objects.filter(parent=None).first()
    assert told(write(later(NeedSeeds(), krop=term(name="Krop", parent=parent.slug)))) == (1, 0, [], [])
    assert Need.objects.get(slug="krop").parent == parent


def test_a_row_that_an_editor_changed_is_left_alone_and_named():
    write(NeedSeeds())
    Need.objects.filter(slug="ensomhed").update(name="At være alene")
    assert told(write(later(NeedSeeds(), ensomhed={"everyday": "alene"}))) == (0, 0, ["ensomhed"], [])
    assert Need.objects.get(slug="ensomhed").name == "At være alene"


def test_a_row_that_an_editor_deleted_stays_deleted_whatever_is_shipped():
    load_words()
    gone = StartCard.objects.first()
    gone.delete()
    assert told(write(later(StartCardSeeds(), **{gone.label: {"order": 40}}))) == (0, 0, [], [gone.label])
    assert not StartCard.objects.filter(label=gone.label).exists()


def test_a_row_that_an_editor_gave_another_name_is_not_made_a_second_time():
    write(HelplineSeeds())
    Helpline.objects.filter(name="Livslinien").update(name="Livslinjen")
    count = Helpline.objects.count()
    assert told(write(later(HelplineSeeds(), Livslinien={"number": "70112233"}))) == (0, 0, ["Livslinien"], [])
    assert Helpline.objects.count() == count
    assert Helpline.objects.get(name="Livslinjen").number != "70112233"


def test_a_row_that_an_editor_deleted_and_wrote_again_is_the_editors():
    write(HelplineSeeds())
    Helpline.objects.filter(name="Livslinien").delete()
    Helpline.objects.create(name="Livslinien", number="70112233", topics="life")
    assert told(write(HelplineSeeds())) == (0, 0, ["Livslinien"], [])


def test_a_line_that_somebody_has_dialled_is_not_given_another_number():
    write(HelplineSeeds())
    Helpline.objects.filter(name="Livslinien").update(verified_on=date(2026, 11, 1))
    number = Helpline.objects.get(name="Livslinien").number
    write(later(HelplineSeeds(), Livslinien={"number": "70112233"}))
    assert Helpline.objects.get(name="Livslinien").number == number


def test_hours_of_a_line_follow_the_release_and_an_editors_stay():
    write(HelplineSeeds())
    opened = later(HelplineSeeds(), Livslinien={"hours": [[0, "11:00", "23:00"]]})
    assert told(write(opened)) == (0, 1, [], [])
    line = Helpline.objects.get(name="Livslinien")
    assert [(span.weekday, f"{span.opens:%H:%M}") for span in line.hours.all()] == [(0, "11:00")]
    line.hours.all().delete()
    assert told(write(later(HelplineSeeds(), Livslinien={"hours": [[1, "11:00", "23:00"]]}))).count(["Livslinien"]) == 1


def test_an_editor_who_wrote_what_is_shipped_later_gets_the_next_release_again():
    write(NeedSeeds())
    Need.objects.filter(slug="ensomhed").update(everyday="alene")
    assert told(write(later(NeedSeeds(), ensomhed={"everyday": "alene"}))) == (0, 0, [], [])
    assert told(write(later(NeedSeeds(), ensomhed={"everyday": "alene\nensom"}))) == (0, 1, [], [])


def test_a_row_from_before_there_were_records_follows_when_it_is_as_it_shipped():
    write(NeedSeeds())
    SeedRecord.objects.all().delete()
    write(NeedSeeds())
    assert told(write(later(NeedSeeds(), ensomhed={"everyday": "alene"}))) == (0, 1, [], [])


def test_a_term_is_not_put_under_one_that_an_editor_put_under_it():
    write(NeedSeeds())
    upper, lower = Need.objects.filter(parent=None)[:2]
    Need.objects.filter(pk=lower.pk).update(parent=upper)
    upgrade = later(NeedSeeds(), **{upper.slug: {"parent": lower.slug}})
    assert upper.slug in write(upgrade).edited
    upper.refresh_from_db()
    assert upper.parent is None


def test_a_group_that_a_municipality_has_under_the_same_name_is_its_own():
    vejle = MunicipalityFactory()
    SynonymGroup.objects.create(head="værested", equal="huset", municipality=vejle)
    SynonymGroup.objects.create(head="noget andet", equal="andet")
    write(SynonymSeeds())
    assert SynonymGroup.objects.get(municipality=vejle).equal == "huset"


def test_a_group_that_shipped_and_is_now_for_one_municipality_is_the_editors():
    write(SynonymSeeds())
    SynonymGroup.objects.filter(head="værested").update(municipality=MunicipalityFactory())
    assert told(write(later(SynonymSeeds(), værested={"phrases": "andet"}))) == (0, 0, ["værested"], [])
    assert SynonymGroup.objects.filter(head="værested").count() == 1
