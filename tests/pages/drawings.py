"""Draws the pictures of the demonstration: the SVG that is edited, as the PNG that the site may keep (`make drawings`)."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.services import chromium

PICTURES = Path("directory/demo/data/eksempel/pictures")
#: Flat drawings have few colours; so many tell no difference from all of them.
COLOURS = 48


def main() -> None:
    with chromium.browser() as browser:
        page = browser.new_page(viewport={"width": 800, "height": 450})
        for drawing in sorted(PICTURES.glob("*.svg")):
            page.goto(drawing.resolve().as_uri())
            shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
            shot.quantize(COLOURS, dither=Image.Dither.NONE).save(drawing.with_suffix(".png"), optimize=True)


if __name__ == "__main__":
    main()
