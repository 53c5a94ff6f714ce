"""What the rooms' panels on the admin's first page have in common."""

from wagtail.admin.ui.components import Component


class FirstPagePanel(Component):
    """A panel of the admin's first page, made for the person who looks at it. One that has nothing to say shows nothing."""

    def __init__(self, request):
        self.user = request.user
