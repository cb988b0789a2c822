"""Errors as problem details (RFC 9457), in the language asked for."""

import json
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from cms.contract.http import SHOWN, shown


class Problem(Exception):
    """An answer that is an error: raised where it is found, made a response in one place.

    ``code`` ends the problem's type address and never changes; ``title`` and ``detail`` are for people.
    """

    def __init__(
        self,
        status: int,
        code: str,
        title: str,
        detail: str,
        *,
        parameter: str | None = None,
        value: str | None = None,
        allowed: Sequence[str] | None = None,
        suggestion: str | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.members = {
            "parameter": parameter,
            "value": value,
            "allowed": list(allowed) if allowed is not None else None,
            "suggestion": suggestion,
        }

    def members_of(self, *, site: str, instance: str, request_id: str) -> dict[str, Any]:
        """The members of the problem as an answer of ``site`` (its address); absent ones are left out."""
        return {
            "type": f"{site}/api/v2/docs/#{self.code}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "instance": instance,
            "request_id": request_id,
            **{name: value for name, value in self.members.items() if value is not None},
        }

    def body(self, *, instance: str, request_id: str) -> bytes:
        """The problem as JSON."""
        members = self.members_of(site=settings.SITE_URL, instance=instance, request_id=request_id)
        return json.dumps(members, ensure_ascii=False).encode()


def nearest(name: str, allowed: Iterable[str]) -> str | None:
    """The allowed name that ``name`` was probably meant to be."""
    by_lower = {candidate.lower(): candidate for candidate in allowed}
    close = get_close_matches(name[:SHOWN].lower(), list(by_lower), n=1, cutoff=0.6)
    return by_lower[close[0]] if close else None


def _with_suggestion(detail: str, suggestion: str | None) -> str:
    if suggestion is None:
        return detail
    return detail + " " + _("Did you mean “%(name)s”?") % {"name": suggestion}


def unknown_parameters(names: Sequence[str], allowed: Sequence[str]) -> Problem:
    """Parameters that this address does not take."""
    listed = ", ".join(_("“%(name)s”") % {"name": shown(name)} for name in names[:5])
    suggestion = nearest(names[0], allowed)
    return Problem(
        400,
        "unknown-parameter",
        _("Unknown parameter"),
        _with_suggestion(_("This address takes no parameter %(names)s.") % {"names": listed}, suggestion),
        parameter=shown(names[0]),
        allowed=sorted(allowed),
        suggestion=suggestion,
    )


def refused(name: str, reason: str, allowed: Sequence[str]) -> Problem:
    """A parameter that is known elsewhere and not taken here, with the reason."""
    return Problem(
        400,
        "unknown-parameter",
        _("Unknown parameter"),
        _("This address takes no parameter %(names)s.") % {"names": _("“%(name)s”") % {"name": name}}
        + f" {reason}",
        parameter=name,
        allowed=sorted(allowed),
    )


def not_together(name: str, value: str, other: str) -> Problem:
    """Two parameters of which one at most can be given."""
    rule = _("It cannot be given together with %(other)s.") % {"other": other}
    return invalid_value(name, value, rule)


def not_filterable(name: str, value: str, allowed: Sequence[str]) -> Problem:
    """A field by which these items cannot be filtered."""
    rule = _("These items cannot be filtered by this field. They can be by: %(names)s.")
    return Problem(
        400,
        "not-filterable",
        _("Not possible as a filter"),
        f"{name}: " + rule % {"names": ", ".join(allowed)},
        parameter=name,
        value=shown(value),
        allowed=allowed,
    )


def repeated_parameter(name: str) -> Problem:
    """A parameter given more than once: two readers could take it two ways."""
    return Problem(
        400,
        "repeated-parameter",
        _("Repeated parameter"),
        _("The parameter “%(name)s” is given more than once. Give it once.") % {"name": shown(name)},
        parameter=shown(name),
    )


def invalid_value(
    name: str, value: str, rule: str, *, allowed: Sequence[str] | None = None, suggest: bool = False
) -> Problem:
    """A parameter's value that cannot be used. ``rule`` says what can, in a sentence."""
    suggestion = nearest(value, allowed) if suggest and allowed else None
    detail = _("%(name)s: the value “%(value)s” cannot be used.") % {"name": name, "value": shown(value)}
    return Problem(
        400,
        "invalid-value",
        _("Value that cannot be used"),
        _with_suggestion(f"{detail} {rule}", suggestion),
        parameter=name,
        value=shown(value),
        allowed=allowed if allowed is not None else [rule],
        suggestion=suggestion,
    )


def one_of(*names: str) -> Problem:
    """None or several of parameters of which exactly one must be given."""
    listed = ", ".join(names)
    return Problem(
        400,
        "one-parameter-needed",
        _("One parameter needed"),
        _("Give exactly one of these parameters: %(names)s.") % {"names": listed},
        parameter=names[0],
        allowed=names,
    )


def unreadable(name: str, value: str) -> Problem:
    """A name or value with control characters or broken UTF-8."""
    return Problem(
        400,
        "unreadable-text",
        _("Unreadable text"),
        _("The parameter “%(name)s” holds control characters or is not UTF-8.") % {"name": shown(name)},
        parameter=shown(name),
        value=shown(value),
    )


def query_too_long(limit: str) -> Problem:
    """A query past one of the limits, which ``limit`` says."""
    return Problem(400, "query-too-long", _("Query too long"), limit)


def not_found() -> Problem:
    """Nothing public under this id: the same words whether it is hidden or never was."""
    return Problem(
        404, "not-found", _("Not found"), _("Nothing public is found under this address in this language.")
    )


def forgotten() -> Problem:
    """A version older than the log of changes."""
    return Problem(
        410,
        "changes-forgotten",
        _("Changes no longer known"),
        _("The changes since then are no longer known: they are kept for 400 days. Read everything afresh."),
        parameter="since",
    )


def unknown_address(known: Sequence[str]) -> Problem:
    """An address under /api/ that does not exist."""
    return Problem(
        404,
        "unknown-address",
        _("Unknown address"),
        _("The interface has no such address. Its addresses begin with: %(known)s.")
        % {"known": ", ".join(known)},
        allowed=known,
    )


def method_not_allowed(method: str) -> Problem:
    """A method other than GET, HEAD and OPTIONS."""
    return Problem(
        405,
        "method-not-allowed",
        _("Method not allowed"),
        _("%(method)s is not possible here: the interface is for reading.") % {"method": shown(method)},
        allowed=["GET", "HEAD", "OPTIONS"],
    )


def failure() -> Problem:
    """An error of ours."""
    return Problem(
        500,
        "failure",
        _("Failure"),
        _("The answer could not be made. The failure is on record under the request id."),
    )


def unavailable() -> Problem:
    """The database does not answer."""
    return Problem(
        503,
        "unavailable",
        _("Unavailable"),
        _("The newsroom cannot be read now. Please ask again in a moment."),
    )
