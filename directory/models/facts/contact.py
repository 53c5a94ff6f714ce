"""First contact: telephone, mail, who answers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.answers import answer_field
from directory.validators import validate_phone


class ContactFacts(models.Model):
    """How to reach the offer."""

    phone = models.CharField(_("telephone"), max_length=24, blank=True, validators=[validate_phone])
    phone_hours = models.CharField(_("when the telephone is answered"), max_length=120, blank=True)
    sms = answer_field(_("reads text messages"))
    email = models.EmailField(_("mail"), blank=True)
    website = models.URLField(_("web page"), blank=True)
    who_answers = models.CharField(_("who answers"), max_length=120, blank=True, help_text=_("A function, not a name."))

    class Meta:
        abstract = True
