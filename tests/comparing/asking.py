"""What one checkout holds, and what it answers: a line of JSON for every line that comes in.

It runs in a process of the checkout's own, also of one that is older than this file. So it names nothing of the project
but what stands in the database for long: models by their names, pages by their paths.
"""

import json
import os
import sys
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.utils import timezone

#: An offer that is taken down before anything is asked, so that an address is gone (410).
GONE = "/vejviser/eksempel/eksempel-kommune-stoette-og-sundhed/hjaelp-i-hverdagen/"
#: An address that leads somewhere else, as editors make them.
MOVED = "/flyttet"
#: The site that has chosen colours and tells where its accessibility statement stands.
DRESSED = "randers.localhost"
TERMS = {"needs": "Need", "target_groups": "TargetGroup", "places": "Place"}


def main() -> None:
    # What the site itself prints must not come between the answers.
    told, sys.stdout = sys.stdout, sys.stderr
    django.setup()
    furnish()
    say(told, held())
    client = Client(raise_request_exception=False)
    for line in sys.stdin:
        say(told, answered(client, **json.loads(line)))


def say(told, what: dict) -> None:
    told.write(json.dumps(what) + "\n")
    told.flush()


def furnish() -> None:
    """Bring about what the demonstration lacks: a page that is gone, one that moved, a site with colours of its own."""
    apps.get_model("wagtailcore", "Page").objects.get(url_path=GONE).specific.unpublish()
    apps.get_model("wagtailredirects", "Redirect").objects.create(old_path=MOVED, redirect_link="/om/")
    site = apps.get_model("wagtailcore", "Site").objects.get(hostname=DRESSED)
    chosen = {"main_colour": "#7a1f5c", "was_url": "https://was.digst.dk/randers-localhost"}
    apps.get_model("directory", "SiteSettings").objects.create(site=site, **chosen)


def held() -> dict:
    """What addresses are made from, and what is written differently where nothing else is different."""
    sites = apps.get_model("wagtailcore", "Site").objects.order_by("hostname")
    pages = apps.get_model("wagtailcore", "Page").objects.filter(live=True, depth__gt=1).order_by("url_path")
    offers = apps.get_model("directory", "OfferPage").objects.order_by("url_path")
    manifest = json.loads((Path(settings.STATIC_ROOT) / "staticfiles.json").read_text())
    return {
        "today": timezone.localdate().isoformat(),
        "sites": {f"{site.hostname}:{site.port}": site.root_page.url_path for site in sites},
        "kinds": dict(pages.values_list("url_path", "content_type__model")),
        "keys": dict(offers.values_list("url_path", "pk")),
        "static": manifest["paths"],
        **{name: slugs(model) for name, model in TERMS.items()},
    }


def slugs(model: str) -> list[str]:
    return list(apps.get_model("directory", model).objects.order_by("slug").values_list("slug", flat=True))


def answered(client: Client, *, host: str, path: str, method: str, form: str) -> dict:
    """Status, headers and body as the site gives them, headers in the order of their names."""
    answer = client.generic(
        method, path, form, content_type="application/x-www-form-urlencoded", headers={"host": host}
    )
    headers = [*answer.items(), *(("Set-Cookie", morsel.OutputString()) for morsel in answer.cookies.values())]
    client.cookies.clear()
    body = answer.getvalue().decode("utf-8", "backslashreplace")
    answer.close()
    return {"status": answer.status_code, "headers": sorted(headers), "body": body}


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.trial")
    main()
