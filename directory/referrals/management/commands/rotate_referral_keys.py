"""Seals the words of all hand-overs with the first of REFERRAL_KEYS, so that the older ones can go."""

from django.core.management.base import BaseCommand

from directory.referrals.models import Referral
from directory.referrals.words import KeyIsLost, sealed_again


class Command(BaseCommand):
    """Seal words again. What no key reads is told by its reference and left as it is: its hand-over stands."""

    help = __doc__

    def handle(self, **options) -> None:
        done, lost = 0, []
        for field in ("words", "line"):
            for referral in Referral.objects.exclude(**{field: ""}):
                before = getattr(referral, field)
                try:
                    after = sealed_again(before)
                except KeyIsLost:
                    lost.append(referral.reference)
                    continue
                # What was deleted in between stays deleted.
                done += Referral.objects.filter(pk=referral.pk, **{field: before}).update(**{field: after})
        self.stdout.write(f"Sealed again: {done}")
        if lost:
            self.stderr.write(f"No key reads these: {', '.join(sorted(set(lost)))}")
