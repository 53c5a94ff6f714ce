"""Fields whose answer may be that nobody has told us."""

from wagtail.admin.panels import FieldPanel


class AnswerPanel(FieldPanel):
    """A field that, when not knowing is among its answers, is not marked as one that must be filled in."""

    class BoundPanel(FieldPanel.BoundPanel):
        """The panel in a form."""

        def is_required(self) -> bool:
            answers = dict(self.panel.db_field.choices or ())
            return super().is_required() and "unknown" not in answers
