"""What the frame around every page needs."""


def site_frame(request):
    """The site's name, navigation and telephone, for the frame."""
    from directory.presenting.frame import frame  # noqa: PLC0415 - presenting reads the models; settings name this before they load

    return frame(request)
