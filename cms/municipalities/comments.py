"""What approvers say about a draft is looked through for civil registration numbers, like all that is written here."""

from django.db.models.signals import pre_save
from wagtail.forms import TaskStateCommentForm
from wagtail.models import TaskState

from directory.cpr import validate_no_cpr, without_cpr


def refuse_cpr_in_comments() -> None:
    """Have the form refuse such a comment. Called once, when the app is ready.

    Wagtail takes the comment from the form of the page as well, and asks no form then: there the number is dropped.
    """
    TaskStateCommentForm.base_fields["comment"].validators.append(validate_no_cpr)
    pre_save.connect(_drop_cpr, sender=TaskState)


def _drop_cpr(sender, instance: TaskState, **kwargs) -> None:
    instance.comment = without_cpr(instance.comment)
