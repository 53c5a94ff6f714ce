"""Answers that leave no trace: in caches, in what search engines keep, in what the next site is told."""

from search import Query


def hush(response):
    """Keep an answer that tells about a person's life out of caches, search engines and referrers."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def hush_search(response, request, query: Query):
    """Keep a search in one's own words out of caches, search engines and referrers, any other out of search engines.

    The page before anything is chosen is for everyone to find.
    """
    if query.text:
        return hush(response)
    if request.GET:
        response.headers["X-Robots-Tag"] = "noindex"
    return response
