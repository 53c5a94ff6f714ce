"""The form of an offer: tabs and groups follow the blocks of its page, so that an editor sees what citizens see."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.models import Page

from directory.panels.answers import AnswerPanel
from directory.panels.choices import OwnInlinePanel
from directory.panels.dated_rules import authorities_panel
from directory.panels.day_buttons import DayPanel
from directory.panels.entitlement import EntitlementPanel
from directory.panels.hours_grid import HoursPanel
from directory.panels.sections import with_facets
from directory.panels.terms import TermCheckboxes
from directory.panels.times_preview import TimesPreview

_HOST_PICTURE = ("host_picture", "host_picture_alt", "host_picture_until")


def _group(heading, *names, section=""):
    """Fields under a heading; a tuple of names is a row. A section has the fields of all its facets."""
    rows = with_facets(section, *names) if section else names
    return MultiFieldPanel([_row(name) if isinstance(name, tuple) else _field(name) for name in rows], heading=heading)


def _row(names):
    return FieldRowPanel([_field(name) for name in names])


def _field(name):
    return AnswerPanel(name, widget=CheckboxSelectMultiple) if name == "languages" else AnswerPanel(name)


def _who():
    return [
        TitleFieldPanel("title", help_text=_("What people call it."), placeholder=False),
        FieldPanel("teaser"),
        FieldPanel("body"),
        FieldPanel("easy_read"),
        InlinePanel(
            "audiences",
            heading=_("For whom"),
            label=_("for whom"),
            help_text=_("A filter on a group finds what is for everybody, mostly for it and only for it."),
        ),
        FieldPanel("needs", widget=TermCheckboxes),
        _group(_("Is it something for me?"), "for_you", "not_for_you", "ordinary_day"),
        FieldRowPanel([FieldPanel("age_min"), FieldPanel("age_max")], heading=_("Age")),
        _group(_("Picture"), "picture", "picture_alt"),
    ]


def _first_visit():
    return [
        InlinePanel(
            "first_visit_steps",
            heading=_("The first time you come"),
            label=_("step"),
            max_num=6,
            help_text=_(
                "Three to six steps: before, at the door, who meets me, the first ten minutes, when I want to leave. "
                "Fewer than three are not shown."
            ),
        ),
        FieldPanel("first_visit_note"),
        _group(_("Host"), "host_role", ("host_hours", "host_lived_experience"), *_HOST_PICTURE, section="host"),
        _group(
            _("Company"),
            ("companion", "bring_someone"),
            "companion_how",
            ("companion_from", "companion_time"),
            "companion_to_doctor",
            section="company",
        ),
        _surroundings(),
        _group(_("A say and a task"), ("who_decides", "can_help"), "tasks", "practise", section="participation"),
    ]


def _surroundings():
    return _group(
        _("How it is there"),
        ("no_demands", "leave_anytime"),
        ("must_talk", "must_join"),
        "must_introduce",
        "who_comes",
        ("noise", "light"),
        ("group_size_min", "group_size_max"),
        "crowd_times",
        ("quiet_room", "dogs"),
        "sober_rule",
        "smoking",
        "photo_policy",
        "house_rules",
        "ground_rules",
        section="surroundings",
    )


def _where_and_when():
    return [
        FieldPanel("place"),
        _group(_("In what form"), ("at_place", "online", "by_phone", "comes_to_you")),
        _group(_("Out to people"), "outreach_area", "outreach_stops"),
        _group(
            _("Practical"),
            ("free", "price_note"),
            ("toilet", "childcare"),
            ("shared_meals", "shower_laundry"),
            "transport_help",
            "access_note",
            "languages",
            section="practical",
        ),
        DayPanel(heading=_("Closed or called off")),
        TimesPreview(heading=_("What the times come to")),
        HoursPanel("opening_hours", heading=_("Opening hours"), label=_("opening hours")),
        _group(_("Season and holidays"), "season", "on_holidays", ("holiday_opens", "holiday_closes")),
        InlinePanel("closures", heading=_("Closed days and other hours"), label=_("closed days")),
        InlinePanel("sessions", heading=_("Meetings"), label=_("meeting")),
        FieldPanel("schedule_text"),
    ]


def _way_in():
    return [
        _group(_("The way in"), "access", "access_plain", "registration", section="way_in"),
        _group(_("Can one join now?"), ("state", "state_note"), ("free_places", "waiting_time", "capacity_on")),
        _group(_("Contact"), ("phone", "phone_hours"), ("sms", "who_answers"), ("email", "website"), "call_script"),
        FieldPanel("common_description"),
        EntitlementPanel(heading=_("What citizens read of the law")),
        _professionals(),
        *_responsible(),
        _group(
            _("Who gets to know?"),
            ("anonymous", "cpr_needed"),
            "who_knows",
            "complaint_contact",
            "sensitive",
            section="privacy",
        ),
        OwnInlinePanel("links", heading=_("Easier and next steps"), label=_("offer")),
    ]


def _professionals():
    return _group(
        _("For professionals"),
        "referral_how",
        "professional_contact",
        "takes_referrals",
        "legal_basis",
        "intervention_level",
        section="professionals",
    )


def _responsible():
    return [
        authorities_panel(
            _(
                "Needed only where it is another than the organisation says. A row that begins later changes the page by itself."
            )
        ),
        InlinePanel(
            "performers",
            heading=_("Who does the work"),
            label=_("who does it"),
            help_text=_("Needed only where it is another than the organisation that the offer stands under."),
        ),
    ]


def _freshness():
    return [
        _group(
            _("How fresh, how sure"),
            ("verified_on", "verified_by", "review_interval"),
            "confidence",
            ("source_url", "source_date"),
            "demonstration",
            "listing_rule",
        )
    ]


def edit_handler(*kind_fields: str) -> TabbedInterface:
    """The tabbed form; the fields that only this kind has stand first on the second tab."""
    own = [_group(_("For this kind"), *kind_fields)] if kind_fields else []
    return TabbedInterface(
        [
            ObjectList(_who(), heading=_("What and for whom")),
            ObjectList([*own, *_first_visit()], heading=_("How it is")),
            ObjectList(_where_and_when(), heading=_("Where and when")),
            ObjectList(_way_in(), heading=_("The way in")),
            ObjectList(_freshness(), heading=_("Checked")),
            ObjectList([*Page.promote_panels, *Page.settings_panels], heading=_("Settings")),
        ]
    )
