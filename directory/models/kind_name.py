"""What a kind is called in a municipality, where the common name says what is not there."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from directory.models.branches import HomePage, MunicipalityPage
from directory.models.kept import kept
from directory.models.kinds import KINDS
from directory.models.tree import branch_path

_KINDS = [(kind, model._meta.verbose_name) for kind, model in KINDS.items()]


class KindName(models.Model):
    """A word of the municipality's editors: a bus that one walks with is no health forest."""

    municipality = ParentalKey(MunicipalityPage, on_delete=models.CASCADE, related_name="kind_names")
    kind = models.CharField(_("kind of offer"), max_length=40, choices=_KINDS)
    one = models.CharField(
        _("what one is called"), max_length=60, help_text=_("In small letters, such as: walk in nature.")
    )
    several = models.CharField(_("what several are called"), max_length=60, help_text=_("Such as: walks in nature."))

    panels = ["kind", "one", "several"]

    class Meta:
        ordering = ["pk"]
        verbose_name = _("name of a kind")
        constraints = [models.UniqueConstraint(fields=["municipality", "kind"], name="one_name_of_a_kind")]


def kind_name(offer) -> str:
    """What the kind of an offer is called where it stands."""
    own = _names().get((branch_path(offer), offer.specific_class.kind))
    return own[0] if own else str(offer.kind_name)


def kind_names(municipality: MunicipalityPage | None) -> dict[str, str]:
    """What several of a kind are called in a municipality, for the kinds that have a name of their own there."""
    if municipality is None:
        return {}
    return {kind: several for (path, kind), (_one, several) in _names().items() if path == municipality.path}


@kept(KindName, HomePage)
def _names() -> dict[tuple[str, str], tuple[str, str]]:
    rows = KindName.objects.values_list("municipality__path", "kind", "one", "several")
    return {(path, kind): (one, several) for path, kind, one, several in rows}
