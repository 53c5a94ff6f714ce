"""Hosts that the sites had before: `old.example.dk=new.example.dk`, with commas between."""

from django.core.exceptions import ImproperlyConfigured
from django.core.validators import ValidationError, validate_domain_name


def old_hosts(pairs: list[str]) -> dict[str, str]:
    """Each old host with the one that it leads to."""
    found: dict[str, str] = {}
    for pair in pairs:
        old, _equals, new = (part.strip().lower() for part in pair.partition("="))
        try:
            validate_domain_name(old)
            validate_domain_name(new)
        except ValidationError as error:
            raise ImproperlyConfigured(
                f"OLD_HOSTS: “{pair}” is not two hosts. Write it as old.example.dk=new.example.dk."
            ) from error
        found[old] = new
    circles = sorted(found.keys() & set(found.values()))
    if circles:
        raise ImproperlyConfigured(
            f"OLD_HOSTS: {', '.join(circles)} is old and new. Lead each old host to where it ends."
        )
    return found
