"""A walk through a page with the Tab key: what takes the focus shows it, and nothing covers it (WCAG 2.1.2, 2.4.7, 2.4.11)."""

from playwright.sync_api import Page

STOPS = 25
_STOP = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const boxes = [element, ...(element.labels || [])].map((part) => part.getBoundingClientRect()).filter((box) => box.width);
  const name = `<${element.localName}> ${(element.getAttribute('aria-label') || element.textContent || element.labels?.[0]?.textContent || element.id).trim().replace(/\\s+/g, ' ').slice(0, 60)}`;
  if (!boxes.length) return {name, box: null};
  const x = Math.min(...boxes.map((box) => box.left)), y = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right)), bottom = Math.max(...boxes.map((box) => box.bottom));
  const mine = (hit) => hit && (element.contains(hit) || hit.contains(element)
    || [...(element.labels || [])].some((label) => label.contains(hit)));
  const free = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]]
    .some(([across, down]) => mine(document.elementFromPoint(x + across * (right - x), y + down * (bottom - y))));
  return {name, free, box: {x: x - 8, y: y - 8, width: right - x + 16, height: bottom - y + 16}};
}"""
#: A skip link slides in: what the focus sets in motion has to have come to rest before it is looked at.
_AT_REST = """() => Promise.all(document.getAnimations().filter((one) => one instanceof CSSTransition)
  .map((one) => one.finished.catch(() => null)))"""


def faults(page: Page, address: str) -> list[str]:
    """What is wrong with the first stops on the way through the page."""
    page.goto(address)
    found, names = [], []
    for _stop in range(STOPS):
        page.keyboard.press("Tab")
        page.evaluate(_AT_REST)
        stop = page.evaluate(_STOP)
        if stop is None:
            break
        names.append(stop["name"])
        found += _at(page, stop)
    if not names:
        found.append("the Tab key reaches nothing")
    if len(names) > 3 and len(set(names[-4:])) == 1:
        found.append(f"the Tab key stays on {names[-1]}")
    return found


def _at(page: Page, stop: dict) -> list[str]:
    if stop["box"] is None:
        return [f"{stop['name']} takes the focus and cannot be seen"]
    found = [] if stop["free"] else [f"{stop['name']} is covered when it has the focus"]
    focused = _photograph(page, stop["box"])
    page.evaluate("window.left = document.activeElement; window.left.blur()")
    # Any change of pixels counts, however the stylesheet makes it.
    if focused is None or focused == _photograph(page, stop["box"]):
        found.append(f"the focus on {stop['name']} does not show")
    page.evaluate("window.left.focus({preventScroll: true})")
    return found


def _photograph(page: Page, box: dict) -> bytes | None:
    screen = page.viewport_size
    x, y = max(box["x"], 0), max(box["y"], 0)
    width = min(box["x"] + box["width"], screen["width"]) - x
    height = min(box["y"] + box["height"], screen["height"]) - y
    if width < 1 or height < 1:
        return None
    clip = {"x": x, "y": y, "width": width, "height": height}
    return page.screenshot(clip=clip, animations="disabled", caret="hide")
