"""Reading what people typed: lines of a text field, and numbers in an address."""


def lines(text: str) -> list[str]:
    """The lines of a text field that hold something, without the spaces around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def whole_number(text: str, max_digits: int) -> int | None:
    """The number that a text is; None for anything but a few ASCII digits.

    `str.isdecimal` alone lets the digits of other scripts through, and a number of a thousand digits costs.
    """
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= max_digits else None
