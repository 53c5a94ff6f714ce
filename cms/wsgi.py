"""The door for a WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

from cms.request_bodies import WholeBodies
from cms.serving.background import start

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

application = WholeBodies(get_wsgi_application())

# Django's own server reloads: the process that serves is told by this. Gunicorn's configuration starts it by itself.
if os.environ.get("RUN_MAIN") == "true":
    start()
