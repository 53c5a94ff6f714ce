"""Sheets to print and fill in together by hand. Nothing is typed and nothing is kept, so that they may be about anything."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class SheetPart:
    """A heading with things to talk about, each with lines to write on."""

    heading: str | Promise
    prompts: tuple[str | Promise, ...]


@dataclass(frozen=True)
class SheetToFillIn:
    """A sheet: what it is called, what it is for in one sentence, and its parts."""

    title: str | Promise
    purpose: str | Promise
    parts: tuple[SheetPart, ...]


#: The sheets by their addresses.
SHEETS: dict[str, SheetToFillIn] = {
    "haab-og-droemme": SheetToFillIn(
        _("Hopes and dreams"),
        _("To begin with what somebody wants, and not with what is wrong."),
        (
            SheetPart(
                _("What I would like"),
                (
                    _("A good day for me is:"),
                    _("I would like more of:"),
                    _("I would like less of:"),
                    _("In a year I hope that:"),
                ),
            ),
            SheetPart(
                _("What I have with me"),
                (_("I am good at:"), _("It has helped me before:"), _("These people want the best for me:")),
            ),
            SheetPart(
                _("The next small step"),
                (_("I begin with:"), _("Somebody can help me with:"), _("We look at it again on:")),
            ),
        ),
    ),
    "netvaerk": SheetToFillIn(
        _("The people around me"),
        _("To see who is there already, and where there is room for more."),
        (
            SheetPart(_("Close to me"), (_("Family:"), _("Friends:"), _("Animals:"))),
            SheetPart(
                _("I meet them now and then"),
                (_("Neighbours:"), _("Work, school or activities:"), _("Associations and places to be:")),
            ),
            SheetPart(_("Those who help me"), (_("In the municipality:"), _("Doctor and hospital:"), _("Others:"))),
            SheetPart(
                _("What could be different"),
                (_("I would like to see more of:"), _("I miss somebody for:"), _("A place I would like to try:")),
            ),
        ),
    ),
    "sundhed": SheetToFillIn(
        _("A talk about health"),
        _("To talk about body and everyday life, as much as somebody wants to."),
        (
            SheetPart(
                _("How I am"), (_("I sleep:"), _("I eat and drink:"), _("My body feels:"), _("My teeth:"), _("I move:"))
            ),
            SheetPart(
                _("What I take"),
                (_("Medicine:"), _("Smoking, alcohol and other things:"), _("What I think of it myself:")),
            ),
            SheetPart(
                _("What we do about it"),
                (_("The most important to me:"), _("I would like to try:"), _("Who goes with me:"), _("When:")),
            ),
        ),
    ),
    "ensomhed": SheetToFillIn(
        _("When somebody is alone a lot"),
        _("To talk about being alone, and find one place to go to."),
        (
            SheetPart(
                _("How it is now"),
                (_("I am alone when:"), _("It is worst when:"), _("It is better when:"), _("I am with others when:")),
            ),
            SheetPart(
                _("What I could like"),
                (
                    _("To do something together with others:"),
                    _("To be where others are, without having to talk:"),
                    _("To talk with one person:"),
                    _("To help others:"),
                ),
            ),
            SheetPart(_("One place to try"), (_("The place:"), _("The day and the time:"), _("Who goes with me:"))),
        ),
    ),
}
