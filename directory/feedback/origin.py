"""Where a form was sent from. It takes the place of a token in a cookie: visitors get no cookie here."""


def is_from_here(request) -> bool:
    """Whether the form was sent from a page of this site, as far as the browser tells.

    Browsers from before 2023 may say nothing, or "null" where a page asks them to keep the address to themselves. Those
    are believed: the form gives no rights, and what it takes is limited.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin", "null")
    return origin == "null" or origin.partition("://")[2] == request.get_host()
