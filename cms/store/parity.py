"""Both languages or neither: what of an object is public is cut down to the time in which all its languages are.

The rule of the gate, without a database. Everything public passes it on its way into the store.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from django.conf import settings

from cms.contract.publishable import Publishable, Version, registry
from cms.pages.regime import LanguageRegime, Regime


def may_stand_alone(obj: Publishable) -> bool:
    """Whether ``obj`` may be public in one language: by its type, its language regime, or a waiver."""
    if obj.parity_exempt:
        return True
    if isinstance(obj, LanguageRegime) and obj.language_regime == Regime.ONE_LANGUAGE:
        return True
    return any(waiver(obj) for waiver in registry.waivers)


def in_all_languages(versions: Sequence[Version], at: datetime) -> list[Version]:
    """``versions``, each only for the time in which its object is public in every language.

    They must be all versions of their objects. What may stand alone stays as it is. The others begin and end at the
    same instants in all languages, so that whatever hides one can tell what goes with it; what ended before
    ``at`` is left out.
    """
    if settings.ALLOW_ONE_LANGUAGE:
        return list(versions)
    objects: dict[str, list[Version]] = {}
    for version in versions:
        objects.setdefault(version.obj.public_key(), []).append(version)
    return [kept for group in objects.values() for kept in _of_one_object(group, at)]


def _of_one_object(versions: list[Version], at: datetime) -> Iterator[Version]:
    languages = {code for code, _name in settings.LANGUAGES}
    moments = {moment for version in versions for moment in (version.visible_from, version.visible_until)}
    turns = sorted(moment for moment in moments if moment is not None and moment > at)
    # Between two turns nothing begins or ends: each version is public during all of a period, or not in it.
    periods = [
        (begins, ends, {version.locale for version in versions if _is_public(version, begins)})
        for begins, ends in zip([at, *turns], [*turns, None], strict=True)
    ]
    begun = [version.visible_from for version in versions if _is_public(version, at)]
    latest = max((moment for moment in begun if moment is not None), default=None)
    for version in versions:
        if may_stand_alone(version.obj):
            yield version
            continue
        for begins, ends, public in periods:
            if languages <= public and _is_public(version, begins):
                since = begins if begins > at else version.visible_from and latest
                yield replace(version, visible_from=since, visible_until=ends, paired=True)


def _is_public(version: Version, moment: datetime) -> bool:
    since, until = version.visible_from, version.visible_until
    return (since is None or since <= moment) and (until is None or until > moment)
