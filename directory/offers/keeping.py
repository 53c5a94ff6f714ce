"""For how long the picture of a host is kept: until the day on which the host's consent ends."""

from django.db.models import Q
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex

from directory.models import OfferPage

_NONE = {"host_picture": None, "host_picture_alt": "", "host_picture_until": None}


def take_away_host_pictures() -> int:
    """Take the pictures whose consent has ended out of the offers, and out of the library; out of how many offers.

    Pages do not show them from that day on, whether this was done or not. A picture that is used elsewhere stays in the
    library: somebody else answers for it there.
    """
    ended = OfferPage.objects.filter(host_picture_until__lte=timezone.localdate()).exclude(host_picture=None)
    offers = list(ended.order_by("pk"))
    pictures = {offer.host_picture_id for offer in offers}
    for offer in offers:
        for name, value in _NONE.items():
            setattr(offer, name, value)
        offer.save(clean=False, update_fields=list(_NONE))  # type: ignore[call-arg]  # Wagtail's
    for picture in get_image_model().objects.filter(pk__in=pictures):
        if not _is_used(picture, offers):
            picture.delete()
    return len(offers)


def _is_used(picture, taken_out_of: list[OfferPage]) -> bool:
    """Whether anything shows the picture but these offers as their host's, of which the index of references may tell late."""
    gone = Q(object_id__in=[str(offer.pk) for offer in taken_out_of], model_path="host_picture")
    return ReferenceIndex.get_references_to(picture).exclude(gone).exists()
