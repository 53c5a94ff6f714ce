"""The link that puts an offer on the visitor's list, or takes it off: this page again, with another list."""

from directory.sites.here import here
from directory.sites.shortlist import PARAM


def save_link(request, key: int) -> tuple[str, bool]:
    """The address of this page with the list changed by one offer, and whether it is on it now.

    Empty when no more fit.
    """
    shortlist = here(request).shortlist
    saved = key in shortlist
    if shortlist.full and not saved:
        return "", False
    changed = shortlist.without(key) if saved else shortlist.with_(key)
    listed = f"{PARAM}={changed.text}" if len(changed) else ""
    return f"?{'&'.join(filter(None, (here(request).query_without_list, listed)))}#t{key}", saved
