"""PO files: what translators take away to their own tools and bring back."""

from dataclasses import dataclass, field

import polib
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import String, StringSegment, Translation

from cms.translation import strings
from cms.translation.errors import Refused

HEADER = "X-WagtailLocalize-TranslationID"
LARGEST = 5 * 1024 * 1024  # bytes


@dataclass(slots=True)
class Imported:
    """What became of the entries of a file."""

    taken: int = 0
    fuzzy: int = 0
    unknown: int = 0
    problems: list[str] = field(default_factory=list)


def exported(translation: Translation) -> str:
    """The PO file of a translation, with the language that it is to be translated into."""
    po = translation.export_po()
    po.metadata["Language"] = translation.target_locale.language_code
    return str(po)


def parse(translation: Translation, raw: bytes) -> polib.POFile:
    """The PO file in ``raw``. Raises Refused where it is none, or belongs to another translation."""
    if len(raw) > LARGEST:
        raise Refused(_("This file is too big: at most %(size)d MB.") % {"size": LARGEST // (1024 * 1024)})
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(_("This file is not in UTF-8.")) from error
    if "msgid" not in text or "\n" not in text:
        # polib takes one line for a file name and would open it.
        raise Refused(_("This is not a PO file."))
    try:
        po = polib.pofile(text)
    except (OSError, ValueError, IndexError, AttributeError) as error:  # OSError is its syntax error
        raise Refused(_("This PO file cannot be read: %(problem)s") % {"problem": _brief(error)}) from error
    identity = po.metadata.get(HEADER)
    if not identity:
        raise Refused(
            _("This PO file has lost its header %(header)s. Export it again and keep the header.")
            % {"header": HEADER}
        )
    if identity != str(translation.uuid):
        raise Refused(_("This PO file was made for another translation."))
    return po


def _brief(error: Exception) -> str:
    return str(error).replace("\n", " ")[:200]


@transaction.atomic
def take(translation: Translation, po: polib.POFile, *, user: AbstractBaseUser | None) -> Imported:
    """Take over the finished entries of ``po``. Fuzzy ones are skipped: nobody has confirmed them."""
    known = _segments(translation)
    result = Imported()
    for entry in po:
        if entry.obsolete or not entry.msgstr.strip():
            continue
        if entry.fuzzy:
            result.fuzzy += 1
            continue
        segment = known.get((String._get_data_hash(entry.msgid), entry.msgctxt))
        if segment is None:
            result.unknown += 1
            continue
        if segment.translation == entry.msgstr:
            continue
        try:
            strings.store(translation, segment, entry.msgstr, user=user, tool="PO")
        except ValidationError as error:
            result.problems.append(f"{entry.msgid[:60]} – {' '.join(error.messages)}")
        else:
            result.taken += 1
    return result


def _segments(translation: Translation) -> dict[tuple[object, str], StringSegment]:
    rows = (
        StringSegment.objects.filter(source_id=translation.source_id)
        .annotate_translation(translation.target_locale)
        .select_related("string", "context")
    )
    return {(row.string.data_hash, row.context.path): row for row in rows}
