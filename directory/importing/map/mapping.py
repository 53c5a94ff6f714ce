"""From a checked record to a plan: the mapping of the file's words onto the domain's."""

from directory.answers import Anonymity
from directory.importing.check.record import Record
from directory.importing.check.vocabulary_map import Labels, language_codes
from directory.importing.clean_text import paragraphs
from directory.importing.map import inference
from directory.importing.map.location import place_plan
from directory.importing.map.plan import OrganisationPlan, Plan
from directory.sensitive import is_sensitive

_ANONYMITY = {True: Anonymity.YES, False: Anonymity.NO, None: Anonymity.UNKNOWN}


def plan(
    record: Record, labels: Labels, branch: str, contacts: dict[str, dict[str, str]], demonstration: str = ""
) -> Plan:
    """What to write for a record. `contacts` holds what is known about organisations, by name."""
    return Plan(
        external_id=record.id,
        kind=record.kind,
        branch=branch,
        organisation=OrganisationPlan(
            name=record.organisation,
            organisation_type=record.organisation_type,
            demonstration=demonstration,
            contact=contacts.get(record.organisation, {}),
        ),
        place=place_plan(record),
        fields=_what(record, labels) | _way_in(record) | _practical(record) | _freshness(record, demonstration),
        needs=labels.needs,
        languages=tuple(language_codes()[name] for name in record.languages if name in language_codes()),
        children={
            "audiences": [{"level": level, "target_group": group} for level, group in labels.audiences],
            "opening_hours": list(record.opening_hours),
            **_whose(record),
        },
    )


def _what(record: Record, labels: Labels) -> dict:
    groups = [group for _level, group in labels.audiences]
    return {
        "title": record.name,
        "teaser": record.summary,
        "body": paragraphs(record.description),
        "age_min": record.age_min,
        "age_max": record.age_max,
        "anonymous": _ANONYMITY[record.anonymous],
        "sensitive": is_sensitive(labels.needs, groups, f"{record.name}. {record.summary} {record.description}"),
    }


def _whose(record: Record) -> dict[str, list[dict]]:
    """Who is responsible and who does the work. A file that says nothing of it leaves what stands on the page."""
    told = {"authorities": list(record.authorities), "performers": list(record.performers)}
    return {name: rows for name, rows in told.items() if rows}


def _way_in(record: Record) -> dict:
    return {
        "access": inference.access(record.access, record.kind, record.registration),
        "registration": record.registration,
        "legal_basis": record.legal_basis,
        "intervention_level": inference.ladder(record.legal_basis),
        "first_visit_note": record.first_visit,
        "phone": record.phone,
        "phone_hours": record.phone_hours,
        "email": record.email,
        "website": record.website,
    }


def _practical(record: Record) -> dict:
    text = f"{record.name}. {record.summary} {record.description} {record.schedule_text}"
    # Other languages than the taxonomy's, and what is said about them, stay as a sentence.
    told = [name for name in record.languages if name not in language_codes()]
    return {
        "free": inference.free(record.cost),
        "price_note": record.cost,
        "schedule_text": record.schedule_text,
        "transport_help": inference.transport(record.accessibility),
        "access_note": "\n".join([*record.accessibility, *(f"Sprog: {name}" for name in told)]),
        **inference.forms(text, has_address=bool(record.address or record.city or record.postal_code)),
    }


def _freshness(record: Record, demonstration: str) -> dict:
    return {
        "confidence": record.confidence,
        "source_url": record.source_url,
        "source_date": record.source_date,
        "demonstration": demonstration,
    }
