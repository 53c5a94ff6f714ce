"""What a first visit fetches: bytes by kind after brotli, requests, elements. The budgets are those of the design."""

from collections import Counter

import brotli
from playwright.sync_api import Page, Response

#: Bytes, or a number of things.
BUDGET = {
    "html": 10_000,
    "css": 10_000,
    "js": 6_000,
    "font": 36_000,
    "image": 40_000,
    "other": 1_000,
    "total": 60_000,
    "requests": 8,
    "elements": 900,
}
_KINDS = {"document": "html", "stylesheet": "css", "script": "js", "font": "font", "image": "image"}
_TEXT = ("text/", "application/javascript", "application/json", "image/svg")


def weights(page: Page, address: str) -> Counter[str]:
    """What the page weighs, opened in a browser that has nothing yet."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright wants a function of Python
    page.goto(address, wait_until="networkidle")
    found: Counter[str] = Counter()
    for answer in answers:
        if answer.ok and not answer.url.startswith("data:"):
            found[_KINDS.get(answer.request.resource_type, "other")] += _size(answer)
            found["requests"] += 1
    # A photograph has a budget of its own, which is not counted here.
    found["total"] = sum(found[kind] for kind in ("html", "css", "js", "font", "other"))
    found["elements"] = page.evaluate("document.querySelectorAll('*').length")
    return found


def faults(page: Page, address: str, budget: dict[str, int]) -> list[str]:
    """What is over budget."""
    found = weights(page, address)
    return [f"{kind}: {found[kind]} is over {most}" for kind, most in (BUDGET | budget).items() if found[kind] > most]


def _size(answer: Response) -> int:
    body = answer.body()
    is_text = answer.headers.get("content-type", "").startswith(_TEXT)
    return len(brotli.compress(body, quality=11)) if is_text else len(body)
