"""What an offer must tell before it can be saved, with words on how to mend it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory.answers import Companion
from directory.panels.dated_rules import refuse_clash

MAX_HOUSE_RULES = 7
MAX_HOUSE_RULE_LENGTH = 100


def check_offer(offer) -> None:
    """Refuse what cannot be true, field by field."""
    faults: dict[str, list] = {}
    for check in (_ages, _group_size, _companion, _rules, _course_days):
        for field, message in check(offer):
            faults.setdefault(field, []).append(message)
    if faults:
        raise ValidationError(faults)


def check_authorities(page) -> None:
    """Refuse two authorities on the same day, whoever wrote them. Rows of the database were checked when they came there."""
    if "authorities" in getattr(page, "_cluster_related_objects", {}):
        rows = [(str(row.authority), row.as_value(row.authority_id)) for row in page.authorities.all()]
        refuse_clash(rows)


def _ages(offer):
    if offer.age_min is not None and offer.age_max is not None and offer.age_max < offer.age_min:
        yield "age_max", _("The highest age is below the lowest.")


def _group_size(offer):
    low, high = offer.group_size_min, offer.group_size_max
    if low is not None and high is not None and high < low:
        yield "group_size_max", _("The largest number is below the smallest.")


def _companion(offer):
    if offer.companion in {Companion.VOLUNTEER, Companion.STAFF} and not offer.companion_how.strip():
        yield "companion_how", _("Tell how to ask for company, such as: send a text message.")


def _rules(offer):
    for field, rules in (("house_rules", offer.house_rule_lines), ("ground_rules", offer.ground_rule_lines)):
        if len(rules) > MAX_HOUSE_RULES:
            yield field, _("There are more than seven rules. Keep the seven that matter most.")
        if any(len(rule) > MAX_HOUSE_RULE_LENGTH for rule in rules):
            yield field, _("A rule is longer than 100 characters. Make it shorter.")


def _course_days(offer):
    starts, ends = getattr(offer, "starts_on", None), getattr(offer, "ends_on", None)
    if starts and ends and ends < starts:
        yield "ends_on", _("The last day is before the first.")
