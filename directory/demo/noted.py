"""What the demonstration's editor has written down of offers in Eksempel: a note, labels, one that is watched, a view to find them by."""

from django.contrib.auth import get_user_model
from django.db import transaction

from directory.demo.login import USERNAME
from directory.demo.tree import EXAMPLE
from directory.models import MunicipalityPage, OfferPage
from directory.noting.labels import put_on
from directory.noting.models import Label, Note, SavedView
from directory.noting.watching import watch

#: Label by the last part of the keys of the example's offers.
_LABELS = {"den-groenne-doer": ["julehjælp"], "faelles-bord": ["julehjælp", "skal besøges"]}
_NOTE = "Har fået ny koordinator. Spørg efter billeder af det nye køkken, når vi besøger dem."


@transaction.atomic
def write_down() -> bool:
    """Write it where nothing is noted yet, and there is an editor; whether that was so."""
    branch = MunicipalityPage.objects.get(slug=EXAMPLE)
    user = get_user_model().objects.filter(username=USERNAME).first()
    offers = OfferPage.objects.in_bulk([f"{EXAMPLE}--{key}" for key in _LABELS], field_name="external_id")
    if user is None or not offers or Label.objects.filter(offer__in=OfferPage.objects.descendant_of(branch)).exists():
        return False
    for key, offer in offers.items():
        put_on(offer, _LABELS[key.partition("--")[2]])
        watch(offer, user, wanted=True)
        Note.objects.create(offer=offer, text=_NOTE, written_by=user)
    SavedView.objects.create(name="Julehjælp", query="label=julehj%C3%A6lp", by=user, municipality=branch)
    return True
