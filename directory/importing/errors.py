"""What can be wrong, each with a sentence for whoever has to mend it."""


class Unreadable(Exception):
    """The file as a whole cannot be used; nothing was read from it."""


class Refused(Exception):
    """A row cannot be used; the message says why. The other rows go on."""
