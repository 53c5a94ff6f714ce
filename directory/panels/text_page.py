"""How a text page is edited."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page

from directory.panels.address import AddressForm


class TextPageForm(AddressForm):
    """Keeps a site from having two pages of one role: links in the frame lead to one of each."""

    def clean(self):
        cleaned = super().clean()
        role = cleaned.get("role")
        if role and self._others().filter(role=role).exists():
            self.add_error("role", ValidationError(_("This site has such a page already. Change that one.")))
        return cleaned

    def _others(self):
        return type(self.instance).objects.child_of(self.parent_page).exclude(pk=self.instance.pk)


def edit_handler():
    """Danish first, since it is what most people read; English on a tab of its own."""
    danish = [*Page.content_panels, FieldPanel("role"), FieldPanel("lead"), FieldPanel("body")]
    english = [
        MultiFieldPanel(
            [FieldPanel("title_en"), FieldPanel("lead_en"), FieldPanel("body_en")],
            heading=_("For people who read English"),
            help_text=_("Without an English text, English pages show the Danish one."),
        )
    ]
    return TabbedInterface(
        [
            ObjectList(danish, heading=_("Text")),
            ObjectList(english, heading=_("English")),
            ObjectList([*Page.promote_panels, *Page.settings_panels], heading=_("Settings")),
        ],
        base_form_class=TextPageForm,
    )
