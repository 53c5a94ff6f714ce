"""The differences that are meant since the commit that is compared with, each with its reason. Emptied at each release."""

from tests.comparing.differences import Expected

EXPECTED: tuple[Expected, ...] = ()
