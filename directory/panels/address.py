"""The form of pages whose address may not be one that the site itself uses."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory.addresses import RESERVED
from directory.panels.choices import OwnPageForm


def refuse_reserved(slug: str, parent) -> None:
    """Refuse an address right below a front page that the site itself answers."""
    if slug in RESERVED and parent is not None and parent.is_site_root():
        raise ValidationError({"slug": _("The site itself uses that address. Choose another one.")})


class AddressForm(OwnPageForm):
    """Knows where a new page is going to stand; the page itself does not yet."""

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk is None:
            refuse_reserved(cleaned.get("slug", ""), self.parent_page)
        return cleaned
