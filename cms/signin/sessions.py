"""The session of an editor ends when nobody works: a screen that was left open lets nobody in the next day."""

import time

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.sessions.backends.base import UpdateError

#: When its owner last did something, in seconds since 1970, as the session remembers it.
WORKED = "worked"
#: Seconds in which the session need not be written again.
_GRACE = 60
#: What an open page asks for by itself, whether or not somebody sits before it.
_BY_ITSELF = {"wagtailadmin_editing_sessions:ping"}


def begin_session(sender, request, **kwargs) -> None:
    """Note that whoever has just logged in is at work."""
    request.session[WORKED] = time.time()


class IdleSessionMiddleware:
    """Logs out whoever did nothing for `SESSION_IDLE_MINUTES`. After the middleware that knows who is logged in."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs) -> None:
        """Before a view is asked: end the session, or note that somebody works."""
        # Visitors have no session, and none is looked for.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or SESSION_KEY not in request.session:
            return
        now = time.time()
        idle = now - request.session.get(WORKED, 0)
        if WORKED in request.session and idle > 60 * settings.SESSION_IDLE_MINUTES:
            logout(request)
        elif idle > _GRACE and request.resolver_match.view_name not in _BY_ITSELF:
            _note(request, now)


def _note(request, now: float) -> None:
    """Write down that somebody works, without sending the cookie again: a public page sets none, whoever looks at it."""
    request.session[WORKED] = now
    try:
        request.session.save()
    except UpdateError:
        # Logged out in another window, just now.
        logout(request)
    else:
        request.session.modified = False
