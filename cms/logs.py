"""Logs that say what happened, without saying who asked and what for."""

import logging
import re
import traceback

_QUERY = re.compile(r"\?[^\s\"']*")
#: What gunicorn says of a single request: behind these words stand addresses and what was sent.
_OF_A_REQUEST = re.compile(
    r"^(Invalid request|Error handling request|Ignored premature client disconnection)\b.*", re.DOTALL
)


class WithoutVisitors(logging.Filter):
    """Leaves in a record what went wrong and in which part of the site; takes out the address that was asked for."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if record.name.startswith("django.security."):
            _make_refusal(record)
        elif hasattr(request, "resolver_match"):
            record.msg = f"{getattr(record, 'status_code', 500)} in {_part_of_the_site(request)}"
        else:
            record.msg = _QUERY.sub("", _OF_A_REQUEST.sub(r"\1", record.getMessage()))
        record.args = ()
        return True


def _make_refusal(record: logging.LogRecord) -> None:
    """A request that was refused for what it was is no fault of the site: a line, without a traceback."""
    kind = record.name.removeprefix("django.security.")
    hint = ": its host is not in ALLOWED_HOSTS" if kind == "DisallowedHost" else ""
    record.msg = f"Refused a request ({kind}){hint}"
    record.levelno, record.levelname = logging.WARNING, "WARNING"
    record.exc_info = record.exc_text = None


def _part_of_the_site(request) -> str:
    match = request.resolver_match
    return match._func_path if match else "no view"


class WithoutValues(logging.Formatter):
    """Time, level, part and message in one line; of an exception where it happened and its type, not what it says.

    Messages of exceptions quote what they stumbled over: a search, a name, a row.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S%z")

    def formatException(self, ei) -> str:  # noqa: N802 - the name that logging gives it
        error, links = ei[1], []
        while error is not None and len(links) < 10:
            links.append("".join(traceback.format_tb(error.__traceback__)) + _named(error))
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\nwhile handling:\n".join(links)


def _named(error: BaseException) -> str:
    """The type of an exception, with what the system, the database server or the settings say of themselves."""
    # The server's first process reads this file, and keeps what it has read through a reload: Django is not to be in it.
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415
    from django.db import OperationalError  # noqa: PLC0415

    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    if isinstance(error, (OperationalError, ImproperlyConfigured, ImportError)):
        return f"{kind}: {error}"
    said = error.strerror if isinstance(error, OSError) else None
    return f"{kind}: {said}" if said else kind
