"""What the page of an event says beside its words: slots, state, accreditation at this instant."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from cms.website import dates
from cms.website.asking import Asking
from cms.website.event_words import is_over, slots
from cms.website.frame import Frame


def facts(item: dict[str, Any], around: Frame, asking: Asking) -> dict[str, Any]:
    """The context of an event's page."""
    locale, zone = around.locale, item.get("time_zone") or "UTC"
    over = item["state"] in {"scheduled", "ended"} and (item["state"] == "ended" or is_over(item, asking.now))
    return {
        "slots": [{"slot": slot, "lines": slot.lines(locale)} for slot in slots(item)],
        "banner": _banner(item["state"], over=over),
        "accreditation": None if over else _accreditation(item, zone, locale, asking),
        "over": over,
    }


def _banner(state: str, *, over: bool) -> dict[str, str]:
    if state == "cancelled":
        return {"state": state, "title": _("Cancelled"), "text": _("This event will not take place.")}
    if state == "postponed":
        text = _(
            "This event does not take place as first announced. Please check its dates here before you travel."
        )
        return {"state": state, "title": _("Postponed"), "text": text}
    if over:
        return {"state": "ended", "title": _("Ended"), "text": _("This event is over.")}
    return {}


def _accreditation(item: dict[str, Any], zone: str, locale: str, asking: Asking) -> dict[str, Any]:
    opens, closes = (
        dates.instant(item.get("accreditation_opens")),
        dates.instant(item.get("accreditation_closes")),
    )
    note, url = item.get("accreditation_note") or "", item.get("accreditation_url") or ""
    if not (opens or closes or note or url):
        return {}

    def at(moment: datetime) -> str:
        return dates.moment(moment, locale, zone)

    state, words = "open", ""
    if item["state"] == "cancelled":
        state = "closed"
    elif closes and closes <= asking.now:
        state, words = "closed", _("Closed since %(moment)s.") % {"moment": at(closes)}
    elif opens and opens > asking.now:
        state = "waiting"
        words = _("Opens on %(moment)s.") % {"moment": at(opens)}
        if closes:
            words += " " + _("Closes on %(moment)s.") % {"moment": at(closes)}
    elif closes:
        words = _("Open until %(moment)s.") % {"moment": at(closes)}
    return {"state": state, "words": words, "url": url if state == "open" else "", "note": note}
