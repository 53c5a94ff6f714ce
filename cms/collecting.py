"""Static files as this version has them: collected again when their content is another, also after a roll-back.

Times say nothing: a roll-back, a checkout or a container brings files that are older than those that they replace.
"""

import hashlib
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command


def _record() -> Path:
    """Where it is written which content was collected last."""
    return Path(settings.STATIC_ROOT) / "collected.sha256"


def _sources() -> dict[str, Path]:
    """Every file by its name; of two with one name the first is served."""
    found: dict[str, Path] = {}
    for finder in get_finders():
        for name, storage in finder.list([]):
            prefix = getattr(storage, "prefix", None)
            found.setdefault(f"{prefix}/{name}" if prefix else name, Path(storage.path(name)))
    return found


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _content() -> str:
    """One checksum of all names and contents."""
    lines = [f"{name} {_digest(path)}" for name, path in sorted(_sources().items())]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def is_collected() -> bool:
    """Whether what was collected last is what this version has."""
    try:
        return _record().read_text().strip() == _content()
    except OSError:
        return False


def collect() -> None:
    """Collect and pack. Files under names with a hash stay for pages that are still about."""
    _record().unlink(missing_ok=True)
    for name, path in _sources().items():
        copy = Path(settings.STATIC_ROOT) / name
        # Django leaves a copy alone that is younger than its source, whatever stands in it.
        if copy.is_file() and _digest(copy) != _digest(path):
            copy.unlink()
    call_command("collectstatic", interactive=False, verbosity=0)
    _record().write_text(_content())


def missing_files() -> list[str]:
    """The static files of this version that this process could not name in a page, or that are not there to be served."""
    served = _served_as()
    lacking = [name for name, hashed in served.items() if not hashed]
    # One look at the folder: it goes as a whole, when it does.
    first = next(filter(None, served.values()), "")
    return [first] if first and not staticfiles_storage.exists(first) else lacking


@lru_cache(maxsize=1)
def _served_as() -> dict[str, str]:
    """What each file is served as, by the list that this process has read when it started; empty where there is no list."""
    known = getattr(staticfiles_storage, "hashed_files", None)
    if known is None:
        return {}
    return {name: known.get(staticfiles_storage.hash_key(name), "") for name in _sources()}
