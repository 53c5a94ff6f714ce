"""A map in the form of a place: a click on it writes the position. Without a script the fields beside it are all there is."""

from django import forms
from django.conf import settings
from wagtail.admin.panels import Panel


class PositionMap(Panel):
    """Stands by the fields of a position, and fetches nothing but what the site itself, or its operator's tiles, hold."""

    class BoundPanel(Panel.BoundPanel):
        """The panel in a form."""

        template_name = "directory/places/position_map.html"

        @property
        def media(self) -> forms.Media:
            """What draws the map; no other form needs it."""
            scripts = ["cms/leaflet/leaflet.js", "cms/js/ground.js", "cms/admin/position.js"]
            return forms.Media(css={"all": ["cms/leaflet/leaflet.css"]}, js=scripts)

        def get_context_data(self, parent_context=None):
            told = {"tiles_url": settings.MAP_TILES_URL, "tiles_credit": settings.MAP_TILES_CREDIT}
            return (super().get_context_data(parent_context) or {}) | told
