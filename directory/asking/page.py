"""The page behind a link: the question and its answers, or what was answered, when and by whom."""

from directory.asking.models import AskedOffer, PlaceReply, ReplyKind
from directory.asking.replying import ReplyForm


def reply_page(asked: AskedOffer, form: ReplyForm) -> dict:
    """What is asked about which offer; and the last answer where there is one."""
    last = PlaceReply.objects.filter(campaign=asked.campaign, offer=asked.offer_id).last() if asked.replied_at else None
    return {
        "campaign": asked.campaign,
        "offer": asked.offer,
        "form": form,
        "is_choice": asked.campaign.reply_kind == ReplyKind.CHOICE,
        "is_shown": bool(asked.campaign.shown_as or asked.campaign.fact)
        and asked.campaign.reply_kind != ReplyKind.TEXT,
        "last": last,
        "words": reply_in_words(last) if last else "",
    }


def reply_in_words(row: PlaceReply) -> str:
    """An answer in the campaign's own words."""
    return dict(row.campaign.choices()).get(row.value, row.value)
