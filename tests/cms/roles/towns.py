"""Two municipalities at work, each with things that only its own people may know the names of."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Comment, Site, TaskState
from wagtail.search.index import class_is_indexed, insert_or_update_object

from cms.municipalities.adding import add
from cms.municipalities.area import Area
from cms.municipalities.files import ensure_collection
from directory.asking.models import Campaign
from directory.changesets.gathering import put_in
from directory.changesets.models import ChangeSet
from directory.hard_days.models import HardDay
from directory.models import (
    Authority,
    CommonDescription,
    CrisisWords,
    Feedback,
    Helpline,
    KindWords,
    LandingText,
    ListingRule,
    MunicipalityPage,
    OfferPage,
    Place,
    ReadingRule,
    Role,
    SearchCount,
    SiteSettings,
    StartCard,
    SynonymGroup,
    WordList,
)
from directory.noting.models import Label, Note, SavedView
from directory.uploading.models import Upload
from tests import factories
from tests.cms.editing import people


@dataclass
class Town:
    """A municipality with its rows. Every name that nobody else may read begins with `marker`."""

    page: MunicipalityPage
    marker: str
    rows: dict[str, object] = field(default_factory=dict)

    def person(self, role: str) -> User:
        """Somebody who has a role here."""
        user = User.objects.create_user(f"{role}@{self.page.slug}.dk", f"{role}@{self.page.slug}.dk", "pass")
        user.groups.add(Area(self.page).groups().get(role=role).group)
        return user

    def browser(self, role: str):
        """A browser of such a person."""
        return people.signed_in(self.person(role))


def town(name: str) -> Town:
    """A municipality at work, with a draft, a secret house, feedback, a picture and rows of its own."""
    page = factories.MunicipalityFactory(title=name, slug=name.lower(), parent=factories.portal())
    add(Area(page), f"{name.lower()}.example.dk")
    # The row has grown search page and texts since.
    made = Town(MunicipalityPage.objects.get(pk=page.pk), f"Skjult{name}")
    made.rows = {**_pages(made), **_own_rows(made), **_files(made), **_people(made)}
    made.rows |= _submitted(made)
    made.rows["set"] = _set(made)
    made.rows |= _noted(made)
    be_found(*(row for row in made.rows.values() if hasattr(row, "_meta")))
    return made


def be_found(*rows) -> None:
    """Let the admin's own search find rows. Wagtail does when a transaction ends, which that of a test never does."""
    for row in rows:
        if class_is_indexed(type(row)):
            insert_or_update_object(row)


def _pages(made: Town) -> dict[str, object]:
    organisation = factories.OrganisationFactory(title=f"Forening i {made.page.title}", parent=made.page)
    house = factories.PlaceFactory(
        name=f"{made.marker} Krisehus", slug=f"hus-{made.page.slug}", visibility="secret", municipality=made.page,
        street=f"{made.marker}vej 1",
    )  # fmt: skip
    offer = factories.OfferFactory(title=f"Tilbud i {made.page.title}", parent=organisation, place=house)
    draft = factories.OfferFactory(
        title=f"{made.marker} Kladde", parent=_fresh(organisation), live=False, **factories.whole()
    )
    draft.save_revision()
    changed = factories.OfferFactory(title=f"Kendt i {made.page.title}", parent=_fresh(organisation))
    changed.title = f"{made.marker} Nyt navn"
    changed.save_revision()
    Feedback.objects.create(page=offer, what="wrong", text=f"{made.marker} besked", day=date.today())
    return {"organisation": organisation, "house": house, "offer": offer, "draft": draft, "changed": changed}


def _fresh(page):
    return type(page).objects.get(pk=page.pk)


def _own_rows(made: Town) -> dict[str, object]:
    SearchCount.objects.create(day=date.today(), municipality=made.page.slug, what="search", value=made.marker, count=9)
    site = Site.objects.get(root_page=made.page.pk)
    SiteSettings.objects.create(site=site, logo_alt=f"{made.marker} logo")
    return {
        "synonyms": SynonymGroup.objects.create(head=f"{made.marker} ord", equal="x1", municipality=made.page),
        "card": StartCard.objects.create(label=f"{made.marker} kort", municipality=made.page),
        "text": LandingText.objects.create(
            need=factories.NeedFactory(name="Ro", slug="ro"), lead=f"{made.marker} tekst", municipality=made.page
        ),
        "description": CommonDescription.objects.create(name=f"{made.marker} hjælp", municipality=made.page),
        "rule": ListingRule.objects.create(number=1, text=f"{made.marker} regel", municipality=made.page),
        "site": site,
    }


def _files(made: Town) -> dict[str, object]:
    collection = Collection.objects.get(pk=ensure_collection(Area(made.page)).pk)
    image = get_image_model().objects.create(
        title=f"{made.marker} billede", file=get_test_image_file(f"{made.page.slug}.png"), collection=collection
    )
    document = get_document_model().objects.create(
        title=f"{made.marker} papir", file=get_test_image_file(f"{made.page.slug}-papir.png"), collection=collection
    )
    OfferPage.objects.filter(pk=made.rows.get("offer", OfferPage()).pk).update(picture=image)
    return {"image": image, "document": document, "collection": collection}


def _people(made: Town) -> dict[str, object]:
    person = User.objects.create_user(f"{made.marker.lower()}@example.dk", first_name=made.marker, last_name="Redaktør")
    group = Area(made.page).groups().get(role=Role.EDITOR)
    person.groups.add(group.group)
    spreadsheet = Upload.objects.create(municipality=made.page, by=person, file_name=f"{made.marker} regneark.csv")
    return {"person": person, "group": group, "common": _common(), "import": spreadsheet, **_hard_days(made)}


def _hard_days(made: Town) -> dict[str, object]:
    """A question that waits to be sent, and a mode that waits for its time."""
    ahead = timezone.now() + timedelta(days=30)
    question = Campaign.objects.create(
        municipality=made.page, question=f"{made.marker} spørgsmål", answer_yes="Ja", answer_no="Nej",
        sender="Kontoret", reply_to="a@example.dk", last_day=ahead.date(), ends_on=ahead.date(),
    )  # fmt: skip
    day = HardDay.objects.create(
        municipality=made.page, name=f"{made.marker} dage", begins_at=ahead, ends_at=ahead + timedelta(days=1)
    )
    return {"campaign": question, "hard_day": day}


def _set(made: Town) -> ChangeSet:
    """Changes that go live together: of two pages that have drafts, and of the house."""
    change_set = ChangeSet.objects.create(title=f"{made.marker} sæt", branch_id=made.page.pk)
    for name in ("draft", "changed", "house"):
        put_in(change_set, made.rows[name])
    return change_set


def _noted(made: Town) -> dict[str, object]:
    """What editors have written down of a draft, and a view that all of the municipality see."""
    draft, writer = made.rows["draft"], made.rows["person"]
    return {
        "note": Note.objects.create(offer_id=draft.pk, text=f"{made.marker} note", written_by=writer),
        "label": Label.objects.create(offer_id=draft.pk, name=f"{made.marker} mærke"),
        "view": SavedView.objects.create(
            name=f"{made.marker} visning", query="state=draft", by=writer, municipality=made.page
        ),
    }


def _submitted(made: Town) -> dict[str, object]:
    """A draft that waits for an approver, with what was said about it."""
    page, writer = _fresh(made.rows["organisation"]), made.rows["person"]
    draft = factories.OfferFactory(title=f"{made.marker} Indsendt", parent=page, live=False, **factories.whole())
    draft.save_revision(user=writer)
    state = draft.get_workflow().start(draft, writer)
    task = state.current_task_state
    TaskState.objects.filter(pk=task.pk).update(comment=f"{made.marker} bedes rettet")
    Comment.objects.create(page=draft, user=writer, text=f"{made.marker} bemærkning", contentpath="title")
    return {"submitted": draft, "workflow_state": state, "task_state": task}


def _common() -> dict[str, object]:
    """A row of everything that is the same for all."""
    return {
        "need": factories.NeedFactory(name="Ro", slug="ro"),
        "targetgroup": factories.TargetGroupFactory(name="Alle", slug="alle"),
        "language": factories.LanguageFactory(),
        "kindwords": KindWords.objects.get_or_create(kind="peer_offer")[0],
        "crisiswords": CrisisWords.objects.get_or_create(topic="life", defaults={"phrases": "slut"})[0],
        "wordlist": WordList.objects.get_or_create(role="stop", defaults={"words": "og"})[0],
        "readingrule": ReadingRule.objects.get_or_create(word="ordet", rule="never_split")[0],
        "helpline": Helpline.objects.get_or_create(
            name="Linjen", defaults={"number": "112", "topics": "life", "always_open": True}
        )[0],
        "authority": Authority.objects.get_or_create(slug="staten", defaults={"kind": "state"})[0],
    }


def whole_person(role: str = Role.APPROVER) -> User:
    """Somebody who looks after what belongs to no municipality."""
    user = User.objects.create_user(f"{role}@hele-landet.dk", f"{role}@hele-landet.dk", "pass")
    user.groups.add(Area(None).groups().get(role=role).group)
    return user


def of_nobody() -> Place:
    """A public house of the whole."""
    return factories.PlaceFactory(name="Faelles hus", slug="faelles-hus")
