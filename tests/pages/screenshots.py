"""`make screenshots`: every type of page as a picture, small and wide, and the papers as they are printed on A4.

To look at before a release; nothing is compared.
"""

import sys
from pathlib import Path

from tests.pages import served
from tests.pages.page_types import PAGE_TYPES, PageType
from tests.services import chromium

FOLDER = Path("build/screenshots")
WIDTHS = (320, 1280)
#: At 96 pixels an inch.
A4 = {"width": 794, "height": 1123}
#: What people print: an offer, and the list that a support worker hands over.
PRINTED = ("drop-in centre", "paper")


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served.with_everything() as port, chromium.browser() as browser:
        for page_type in (one.on(port) for one in PAGE_TYPES):
            for width in WIDTHS:
                context = browser.new_context(locale="da-DK", viewport={"width": width, "height": 900})
                page = context.new_page()
                page.goto(page_type.address(port))
                page.screenshot(path=picture(page_type, f"{width}.png"), full_page=True)
                if page_type.name in PRINTED and width == max(WIDTHS):
                    page.pdf(path=picture(page_type, "A4.pdf"), format="A4", print_background=False)
                    page.emulate_media(media="print")
                    page.set_viewport_size(A4)
                    page.screenshot(path=picture(page_type, "A4.png"), full_page=True)
                context.close()
    sys.stdout.write(f"{len(list(FOLDER.iterdir()))} pictures are in {FOLDER}/\n")


def picture(page_type: PageType, ending: str) -> Path:
    return FOLDER / f"{page_type.name.replace(' ', '-')}-{ending}"


if __name__ == "__main__":
    main()
