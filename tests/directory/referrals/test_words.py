"""The keys: what they seal, what a newer one takes over, and what is told at start of one that is none."""

import pytest
from cryptography.fernet import Fernet
from django.core.management import call_command

from directory.referrals.checks import check_referral_keys
from directory.referrals.models import Referral
from directory.referrals.words import KeyIsLost, seal, unseal
from tests.directory.referrals.handing import WISH


@pytest.mark.django_db
def test_a_rotated_key_still_reads_and_the_older_can_go(sent, settings, capsys):
    old, new = settings.REFERRAL_KEYS[0], Fernet.generate_key().decode()
    settings.REFERRAL_KEYS = [new, old]
    assert unseal(Referral.objects.get().words)["wish"].startswith(WISH)
    call_command("rotate_referral_keys")
    settings.REFERRAL_KEYS = [new]
    assert unseal(Referral.objects.get().words)["wish"].startswith(WISH)
    assert capsys.readouterr().out == "Sealed again: 1\n"


@pytest.mark.django_db
def test_what_no_key_reads_is_told_by_its_reference_and_left(sent, settings, capsys):
    settings.REFERRAL_KEYS = [Fernet.generate_key().decode()]
    call_command("rotate_referral_keys")
    assert sent.reference in capsys.readouterr().err
    assert Referral.objects.get().words == sent.words


def test_the_same_words_are_never_sealed_alike_and_none_are_none():
    assert seal({"wish": WISH}) != seal({"wish": WISH})
    assert unseal("") == {}
    with pytest.raises(KeyIsLost):
        unseal("no such token")


def test_without_a_key_nothing_is_kept(settings):
    settings.REFERRAL_KEYS = []
    with pytest.raises(KeyIsLost):
        seal({"wish": WISH})


def test_a_key_that_is_none_is_told_at_start_and_not_repeated(settings):
    settings.REFERRAL_KEYS = [Fernet.generate_key().decode(), "hemmelig", "æ"]
    told = check_referral_keys(None)
    assert [error.id for error in told] == ["vejviser.E060"] * 2
    assert "hemmelig" not in str(told)
    settings.REFERRAL_KEYS = []
    assert check_referral_keys(None) == []
