"""The door for a WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

from cms.request_bodies import WholeBodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

application = WholeBodies(get_wsgi_application())
