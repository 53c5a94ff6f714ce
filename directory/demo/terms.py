"""A need that was merged into another one: its old address, "kaffe-og-snak", leads on."""

from django.db import transaction

from directory.models import FormerAddress, Need
from directory.taxonomy.merging import merge_terms

#: What it was called is an everyday name of the other one already, so that the words of the search stay as they are.
GOES, STAYS = ("Kaffe og snak", "kaffe-og-snak"), "samvaer"


@transaction.atomic
def merge_two() -> bool:
    """Merge them, unless that was done or the one that stays is gone; whether it was done."""
    name, slug = GOES
    stays = Need.objects.filter(slug=STAYS).first()
    known = FormerAddress.objects.filter(taxonomy="need", slug=slug).exists() or Need.objects.filter(slug=slug).exists()
    if stays is None or known:
        return False
    merge_terms(Need.objects.create(name=name, slug=slug), stays, None)
    return True
