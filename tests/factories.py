"""Rows for tests, each the least that is valid. A test names what matters to it, the rest is filled in."""

import factory
import wagtail_factories
from django.utils.text import slugify
from factory.django import DjangoModelFactory
from wagtail.models import Page, ReferenceIndex, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from directory import models


def root() -> Page:
    """The root of the page tree, which the migrations made."""
    return Page.objects.get(depth=1)


class _PageFactory(wagtail_factories.PageFactory):
    """A published page; its address comes from its title.

    What it refers to is not written down in Wagtail's index of references, which would take as long as the page itself:
    see `know_references`.
    """

    slug = factory.LazyAttribute(lambda page: slugify(page.title))

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        with disable_reference_index_auto_update():
            return super()._create(model_class, *args, **kwargs)


def know_references() -> None:
    """Write down what all pages refer to, for a test of where something is used."""
    for page in Page.objects.all().specific():
        ReferenceIndex.create_or_update_for_object(page)


class PortalFactory(_PageFactory):
    """The country's front page."""

    title = "Vejviser"
    parent = factory.LazyFunction(root)

    class Meta:
        model = models.PortalPage


def portal() -> models.PortalPage:
    """The one portal, made when it is first asked for, with the default site on it."""
    found = models.PortalPage.objects.first()
    if found is None:
        found = PortalFactory()
        Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": found})
    # A fresh row each time: a parent that has grown since would give its next child a taken path.
    return models.PortalPage.objects.get(pk=found.pk)


class MunicipalityFactory(_PageFactory):
    """A municipality below the portal."""

    title = factory.Sequence(lambda n: f"Kommune {n}")
    parent = factory.LazyFunction(portal)

    class Meta:
        model = models.MunicipalityPage


class NationalBranchFactory(_PageFactory):
    """The branch of national offers."""

    title = "Hele landet"
    slug = models.NationalBranchPage.SLUG
    parent = factory.LazyFunction(portal)

    class Meta:
        model = models.NationalBranchPage


class FindOffersFactory(_PageFactory):
    """A search page below the portal; pass `parent` for a municipality's own."""

    title = "Find tilbud"
    parent = factory.LazyFunction(portal)

    class Meta:
        model = models.FindOffersPage


class TextPageFactory(_PageFactory):
    """A page of text on a municipality's site of its own."""

    title = factory.Sequence(lambda n: f"Tekst {n}")
    body = [("text", "<p>Her er en tekst.</p>")]
    parent = factory.SubFactory(MunicipalityFactory)

    class Meta:
        model = models.TextPage


class OrganisationFactory(_PageFactory):
    """An organisation in a municipality of its own."""

    title = factory.Sequence(lambda n: f"Organisation {n}")
    parent = factory.SubFactory(MunicipalityFactory)

    class Meta:
        model = models.OrganisationPage


class PlaceFactory(DjangoModelFactory):
    """A place whose address everybody may see."""

    name = factory.Sequence(lambda n: f"Huset {n}")
    slug = factory.LazyAttribute(lambda place: slugify(place.name))
    street = factory.Sequence(lambda n: f"Testvej {n + 1}")
    postal_code = "7100"
    city = "Vejle"

    class Meta:
        model = models.Place


class NeedFactory(DjangoModelFactory):
    """A need."""

    name = factory.Sequence(lambda n: f"Behov {n}")
    slug = factory.LazyAttribute(lambda need: slugify(need.name))

    class Meta:
        model = models.Need
        django_get_or_create = ["slug"]


class TargetGroupFactory(DjangoModelFactory):
    """A target group."""

    name = factory.Sequence(lambda n: f"Gruppe {n}")
    slug = factory.LazyAttribute(lambda group: slugify(group.name))

    class Meta:
        model = models.TargetGroup
        django_get_or_create = ["slug"]


class LanguageFactory(DjangoModelFactory):
    """A language."""

    code = "da"
    name = "dansk"

    class Meta:
        model = models.Language
        django_get_or_create = ["code"]


def enough() -> dict[str, object]:
    """What an offer of any kind has to tell before it is published, for those that are still drafts."""
    told = {"access": "drop_in", "schedule_text": "Hver dag", "phone": "12345678"}
    return told | {"place": PlaceFactory(), "audiences": [models.OfferAudience(level="open")]}


class OfferFactory(_PageFactory):
    """A drop-in centre, unless a kind's own factory is used.

    `needs`, `languages` (lists) and `audiences` (a list of `OfferAudience`) are written with the page.
    """

    title = factory.Sequence(lambda n: f"Tilbud {n}")
    teaser = "Et sted at være."
    parent = factory.SubFactory(OrganisationFactory)

    class Meta:
        model = models.KINDS["drop_in_centre"]

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        relations = {name: kwargs.pop(name) for name in ("needs", "languages", "audiences") if name in kwargs}
        page = model_class(**kwargs)
        for name, values in relations.items():
            setattr(page, name, values)
        parent.add_child(instance=page)
        return page


def whole() -> dict:
    """What a drop-in centre has to tell before it can be published."""
    told = {"access": "drop_in", "schedule_text": "Hver dag", "comes_to_you": True, "phone": "12345678"}
    return told | {"audiences": [models.OfferAudience(level="open")]}


#: The factory of every kind, by the kind's lasting name.
OFFER_FACTORIES = {
    kind: factory.make_factory(model, FACTORY_CLASS=OfferFactory) for kind, model in models.KINDS.items()
}
DropInCentreFactory = OFFER_FACTORIES["drop_in_centre"]
GroupCourseFactory = OFFER_FACTORIES["group_course"]
GuidanceFactory = OFFER_FACTORIES["guidance"]
