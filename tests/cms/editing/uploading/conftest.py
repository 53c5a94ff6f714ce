"""A municipality whose editors import a spreadsheet, and the steps of doing so."""

from dataclasses import dataclass

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from directory.models import MunicipalityPage
from directory.uploading import work
from directory.uploading.models import Upload
from tests import factories
from tests.cms.editing import people

HEAD = "Navn;Type;Organisation;Kort beskrivelse;Telefon;Adresse;Postnummer;By;Målgruppe"
CAFE = "Caféen;Værested;Huset;Kom ind.;12345678;Gaden 1;7100;Vejle;unge"
KOR = "Koret;Forening;Huset;Vi synger.;87654321;Gaden 1;7100;Vejle;unge"


def table(*rows, head=HEAD) -> bytes:
    return "\r\n".join([head, *rows]).encode("cp1252")


@dataclass
class Importer:
    """Somebody who imports in the admin."""

    browser: Client
    branch: MunicipalityPage

    def send(self, data, name="tilbud.csv", branch=None):
        """Send a file; the answer."""
        file = SimpleUploadedFile(name, data)
        return self.browser.post(reverse("imports"), {"file": file, "branch": (branch or self.branch).pk})

    def choose(self, upload, **changes):
        """Take the columns as they are proposed."""
        form = self.browser.get(self.page(upload)).context["form"]
        return self.browser.post(self.page(upload), {name: form[name].value() for name in form.fields} | changes)

    def look(self, *rows, **more):
        """Send a file and let it be compared; the import."""
        assert self.send(table(*rows), **more).status_code == 302
        upload = Upload.objects.first()
        assert self.choose(upload).status_code == 302
        work.go_on()
        upload.refresh_from_db()
        return upload

    def press(self, upload, do):
        """Press a button of the import, and let the worker do it; the answer."""
        answer = self.browser.post(self.page(upload), {"do": do})
        work.go_on()
        if Upload.objects.filter(pk=upload.pk).exists():
            upload.refresh_from_db()
        return answer

    def bring(self, *rows, **more):
        """Import rows; the import."""
        upload = self.look(*rows, **more)
        self.press(upload, "write")
        return upload

    def page(self, upload):
        return reverse("import", args=[upload.pk])


def outcomes(upload):
    return dict(upload.rows.values_list("title", "outcome"))


@pytest.fixture
def vejle():
    factories.TargetGroupFactory(slug="unge")
    return factories.MunicipalityFactory(title="Vejle", slug="vejle")


@pytest.fixture
def approver(vejle):
    rights = ("add_page", "change_page", "publish_page")
    return Importer(people.signed_in(people.editor("godkender", vejle, *rights)), vejle)


@pytest.fixture
def editor(vejle):
    return Importer(people.signed_in(people.editor("redaktoer", vejle, "add_page", "change_page")), vejle)
