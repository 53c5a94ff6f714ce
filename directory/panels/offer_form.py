"""The form of an offer."""

from directory.panels.address import AddressForm
from directory.panels.times_rules import TimesRules


class OfferForm(TimesRules, AddressForm):
    """Refuses what its rows of times cannot say together, and an address that the site itself uses."""
