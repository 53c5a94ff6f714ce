"""The register of kinds: what follows from it, and what a new kind touches, tried in a copy of the project."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from directory.find.choices import kind_choices
from directory.models import KINDS, OfferPage, OrganisationPage
from directory.offers.checks import every_kind_is_complete
from tests.factories import OFFER_FACTORIES

ROOT = Path(__file__).parents[2]
REGISTER = "directory/models/kinds/__init__.py"
MODEL = '''
"""An allotment."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.models.offer import OfferPage


class AllotmentPage(OfferPage):
    """A garden that one may dig in."""

    kind = "allotment"
    search_text = ("soil",)

    soil = models.CharField(_("soil"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("allotment")
        verbose_name_plural = _("allotments")
'''


def test_every_class_of_offers_is_in_the_register_with_all_that_a_kind_needs():
    assert every_kind_is_complete() == []


def test_what_follows_from_the_register_has_its_kinds_in_its_order():
    assert [model.kind for model in OrganisationPage.clean_subpage_models()] == list(KINDS)
    assert [kind for kind, _name in kind_choices()] == list(KINDS)
    assert {kind: fitting._meta.model for kind, fitting in OFFER_FACTORIES.items()} == KINDS


@pytest.mark.django_db
@pytest.mark.parametrize("model", KINDS.values(), ids=KINDS)
def test_a_kind_shows_and_edits_its_own_fields_without_saying_so(model):
    assert not {"edit_handler", "parent_page_types", "subpage_types"} & {*vars(model)}
    assert model().get_template(request=None) == OfferPage.template
    own = {field.name for field in model._meta.local_fields} - {"offerpage_ptr"}
    assert own <= {*model.get_edit_handler().get_form_class().base_fields}


class Project:
    """A copy of the project, to be changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("cms", "directory", "templates"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "manage.py", folder)
        for name in ("search", "tests", "locale"):
            (folder / name).symlink_to(ROOT / name)
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "cms.settings.test",
            "DATABASE_URL": f"sqlite:///{folder / 'new_kind.sqlite3'}",
            "VEJVISER_VAR": str(folder / "var"),
            "PYTHONPATH": str(folder),
        }

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False, timeout=300
        )


@pytest.fixture
def project(tmp_path):
    """With a new kind: its model's file, and its row in the register."""
    project = Project(tmp_path)
    project.write("directory/models/kinds/allotment.py", MODEL)
    register = project.read(REGISTER)
    imported = "from directory.models.kinds.allotment import AllotmentPage\nfrom directory.models.kinds.association"
    register = register.replace("from directory.models.kinds.association", imported)
    project.write(
        REGISTER, register.replace("        GuidancePage,\n", "        GuidancePage,\n        AllotmentPage,\n")
    )
    return project


def test_a_kind_without_template_and_words_is_an_error_that_says_what_to_write(project):
    checked = project.run("manage.py", "check")
    assert checked.returncode == 1
    assert checked.stderr.count("vejviser.E010") == 2
    assert "templates/directory/offers/kinds/_allotment.html" in checked.stderr
    assert "directory/data/kinds.json" in checked.stderr


@pytest.mark.slow
def test_a_new_kind_touches_its_model_the_register_a_template_and_its_words_and_django_writes_the_migration(project):
    project.write("templates/directory/offers/kinds/_allotment.html", "<p>{{ page.soil }}</p>")
    words = json.loads(project.read("directory/data/kinds.json"))
    project.write("directory/data/kinds.json", json.dumps([*words, {"slug": "allotment", "everyday": ["nyttehave"]}]))
    ran = project.run("-m", "tests.directory.new_kind", "allotment", "soil")
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert told["problems"] == []
    assert told["creatable"]
    assert told["kinds in the index"] == [["allotment"]]
    assert "<p>Leret jord</p>" in told["page"]
    assert "Haven bag voldene" in told["found"]
    # What a looser search finds stands apart, below the hits.
    assert "Haven bag voldene" not in told["not found"].partition('id="more"')[0]
    assert 'name="soil"' in told["form"]
    assert "Haven bag voldene" in told["listing"]
