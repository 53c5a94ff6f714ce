"""What can be wrong with hand-overs at start: keys that are none."""

from cryptography.fernet import Fernet
from django.conf import settings
from django.core.checks import Error, register


@register
def check_referral_keys(app_configs, **kwargs):
    """Each of REFERRAL_KEYS has to be a key; what stands there is never repeated."""
    wrong = [number for number, key in enumerate(settings.REFERRAL_KEYS, start=1) if not _is_key(key)]
    return [
        Error(
            f"Number {number} of REFERRAL_KEYS is no key.",
            hint="Make one with: python3 -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())'",
            id="vejviser.E060",
        )
        for number in wrong
    ]


def _is_key(key: str) -> bool:
    try:
        Fernet(key)
    except ValueError:
        return False
    return True
