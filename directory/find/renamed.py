"""An address of a search in which a need or a target group stands by the address that it had before."""

from django.apps import apps

from directory.facets import FACETS
from directory.find.asked import Asked
from directory.models.former_address import FormerAddress
from directory.models.taxonomy import Term
from directory.sites.address import Address


def renamed(asked: Asked) -> Address | None:
    """The address with the present names in place of former ones; None where there is none among what nobody understood."""
    address = asked.address
    for facet in FACETS.choices if asked.ignored else ():
        model = apps.get_model(facet.rows) if facet.rows else None
        if model is None or not issubclass(model, Term):
            continue
        values = address.values(facet.name)
        now = FormerAddress.now(model, [value for value in values if value in asked.ignored])
        if now:
            address = address.with_(facet.name, *dict.fromkeys(now.get(value, value) for value in values))
    return None if address is asked.address else address
