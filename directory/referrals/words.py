"""A citizen's words as they are kept: sealed with the first key of REFERRAL_KEYS, and read with any of them."""

import json

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class KeyIsLost(Exception):
    """No key that is set reads these words, or none is set. The hand-over stands; only what was said in it is gone."""


def seal(words: dict[str, str]) -> str:
    """The words as they are kept; nothing of them can be read without the key."""
    return _keys().encrypt(json.dumps(words).encode()).decode()


def unseal(sealed: str) -> dict[str, str]:
    """What was sealed; no words where there are none any more."""
    if not sealed:
        return {}
    try:
        return json.loads(_keys().decrypt(sealed.encode()))
    except InvalidToken:
        raise KeyIsLost from None


def sealed_again(sealed: str) -> str:
    """The same words under the first key, for when an older one is to go."""
    try:
        return _keys().rotate(sealed.encode()).decode()
    except InvalidToken:
        raise KeyIsLost from None


def keys_are_set() -> bool:
    """Whether words can be kept at all. Without keys no offer has the form."""
    return bool(settings.REFERRAL_KEYS)


def _keys() -> MultiFernet:
    if not settings.REFERRAL_KEYS:
        raise KeyIsLost
    return MultiFernet([Fernet(key) for key in settings.REFERRAL_KEYS])
