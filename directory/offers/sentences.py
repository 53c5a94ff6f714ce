"""Answers as sentences to the reader, where a table would say yes and no. Unknown has none: it is said once, for all of them."""

from django.utils.translation import gettext_noop

#: By the field, and by its answer.
SENTENCES: dict[str, dict[str, str]] = {
    "no_demands": {
        "yes": gettext_noop("You may just be there."),
        "no": gettext_noop("There is something to take part in. It is no place just to be."),
    },
    "must_talk": {
        "no": gettext_noop("You do not have to say anything."),
        "little": gettext_noop("You say a little."),
        "yes": gettext_noop("You talk with the others."),
    },
    "must_join": {
        "no": gettext_noop("You do not have to join in."),
        "little": gettext_noop("You join in a little."),
        "yes": gettext_noop("You join in."),
    },
    "must_introduce": {
        "no": gettext_noop("You do not have to introduce yourself."),
        "little": gettext_noop("You say your first name."),
        "yes": gettext_noop("You tell the others a little about yourself."),
    },
    "who_decides": {
        "citizens": gettext_noop("Those who come decide themselves."),
        "together": gettext_noop("Those who come and the staff decide together."),
        "staff": gettext_noop("The staff decide."),
    },
    "can_help": {
        "yes": gettext_noop("You can help out if you like."),
        "no": gettext_noop("There is nothing to help with."),
    },
    "leave_anytime": {
        "yes": gettext_noop("You may leave when you like."),
        "no": gettext_noop("They expect you to stay to the end."),
    },
    "noise": {
        "1": gettext_noop("It is nearly silent."),
        "2": gettext_noop("There is low talk."),
        "3": gettext_noop("There is lively talk."),
        "4": gettext_noop("It can be loud."),
    },
    "light": {
        "dim": gettext_noop("The light is dim."),
        "ordinary": gettext_noop("The light is ordinary."),
        "bright": gettext_noop("The light is bright."),
    },
    "quiet_room": {
        "yes": gettext_noop("There is a quiet room."),
        "no": gettext_noop("There is no quiet room."),
    },
    "sober_rule": {
        "sober": gettext_noop("You must be sober."),
        "not_here": gettext_noop("You may be affected, but not drink or take drugs here."),
        "allowed": gettext_noop("You may be affected."),
    },
    "dogs": {
        "yes": gettext_noop("Dogs may come."),
        "no": gettext_noop("Dogs may not come."),
    },
    "toilet": {
        "yes": gettext_noop("There is a toilet."),
        "no": gettext_noop("There is no toilet."),
    },
    "shared_meals": {
        "yes": gettext_noop("You can eat together with others."),
        "no": gettext_noop("There is no meal together."),
    },
    "screen_help": {
        "yes": gettext_noop("They help with screen, print and telephone. It costs nothing."),
        "no": gettext_noop("They do not help with screen and print."),
    },
    "childcare": {
        "yes": gettext_noop("Children may come along."),
        "no": gettext_noop("Children may not come along."),
    },
    "anonymous": {
        "yes": gettext_noop("You do not have to say your name."),
        "partly": gettext_noop("You can be anonymous in part. They tell you how."),
        "no": gettext_noop("They ask for your name."),
    },
    "cpr_needed": {
        "yes": gettext_noop("They ask for your civil registration number."),
        "no": gettext_noop("They do not ask for your civil registration number."),
    },
    "step_free": {
        "yes": gettext_noop("There are no steps on the way in."),
        "no": gettext_noop("There are steps on the way in."),
    },
    "lift": {
        "yes": gettext_noop("There is a lift."),
        "no": gettext_noop("There is no lift."),
    },
    "accessible_toilet": {
        "yes": gettext_noop("The toilet has room for a wheelchair."),
        "no": gettext_noop("The toilet has no room for a wheelchair."),
    },
    "hearing_loop": {
        "yes": gettext_noop("There is a hearing loop."),
        "no": gettext_noop("There is no hearing loop."),
    },
    "shower_laundry": {
        "yes": gettext_noop("You can have a bath and wash clothes."),
        "no": gettext_noop("You cannot have a bath or wash clothes."),
    },
    "lockers": {
        "yes": gettext_noop("There is a place to keep your things."),
        "no": gettext_noop("There is no place to keep your things."),
    },
    "overnight": {
        "yes": gettext_noop("You can stay overnight."),
        "no": gettext_noop("You cannot stay overnight."),
    },
    "waiting_list": {
        "yes": gettext_noop("There is a waiting list."),
        "no": gettext_noop("There is no waiting list."),
    },
    "join_late": {
        "yes": gettext_noop("You can join after the start."),
        "no": gettext_noop("You cannot join after the start."),
    },
    "peer_form": {
        "one": gettext_noop("You meet one to one."),
        "group": gettext_noop("You meet in a group."),
        "both": gettext_noop("You can meet one to one, and in a group."),
    },
}
