"""Two municipalities at work, as the tests of roles have them."""

from tests.cms.roles.conftest import kolding, media, vejle

__all__ = ["kolding", "media", "vejle"]
