"""What people ask of their devices: dark pages, forced colours, no movement, no scripts."""

from playwright.sync_api import Page

_NO_EDGE = """() => [...document.querySelectorAll('button, a.button, input, select, textarea')]
  .filter((element) => element.getBoundingClientRect().width > 1 && !['checkbox', 'radio'].includes(element.type))
  .filter((element) => { const style = getComputedStyle(element);
    return !parseFloat(style.borderTopWidth) && !style.textDecorationLine.includes('underline'); })
  .map((element) => `<${element.localName}> ${(element.textContent || element.id).trim().slice(0, 40)} has no edge in forced colours`)"""
_LIGHT = """() => { const colour = [document.body, document.documentElement]
    .map((element) => getComputedStyle(element).backgroundColor).find((found) => found !== 'rgba(0, 0, 0, 0)');
  const [red, green, blue] = (colour || 'rgb(255, 255, 255)').match(/[\\d.]+/g).map(Number);
  return (.2126 * red + .7152 * green + .0722 * blue) / 255; }"""
_MOVES = """() => [...document.getAnimations().map((one) => `${one.animationName || one.transitionProperty} runs`),
  ...[...document.querySelectorAll('*')]
    .filter((element) => getComputedStyle(element).transitionDuration.split(',').some((time) => parseFloat(time) > .01))
    .map((element) => `<${element.localName}> moves though that was asked not to be`)]"""
_DEAD = """() => [
  ...[...document.querySelectorAll('a[href^="javascript:"], a[href="#"]')].map((one) => `link to nowhere: ${one.textContent.trim()}`),
  ...[...document.querySelectorAll('button')].filter((one) => one.getBoundingClientRect().width)
    .filter((one) => !one.form || one.type === 'button').map((one) => `button without a script: ${one.textContent.trim()}`)]"""


def faults(page: Page) -> list[str]:
    """What a mode breaks on the page that is open, whose scripts were blocked."""
    found = list(page.evaluate(_DEAD))
    page.emulate_media(forced_colors="active")
    found += page.evaluate(_NO_EDGE)
    page.emulate_media(forced_colors="none", color_scheme="dark")
    if (light := page.evaluate(_LIGHT)) > 0.2:
        found.append(f"the page stays light ({light:.2f}) in dark mode")
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return found + page.evaluate(_MOVES)
