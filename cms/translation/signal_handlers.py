"""Receivers that keep the rules of translation on every way of writing."""

from typing import Any

from django.db.models.signals import pre_save
from django.utils.translation import gettext as _
from wagtail_localize.models import LocaleSynchronization, Translation

from cms.translation import guard
from cms.translation.errors import Refused


def refuse_tree_sync(sender: type[Any], **kwargs: Any) -> None:
    """Receiver of pre_save of LocaleSynchronization."""
    raise Refused(
        _("The trees of the two languages are not synchronised: each language writes its own pages.")
    )


def refuse_two_directions(sender: type[Any], instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Receiver of pre_save of Translation: each of two versions following the other would lock both."""
    if raw or not instance.enabled:
        return
    reverse = Translation.objects.filter(
        source__object_id=instance.source.object_id,
        source__locale_id=instance.target_locale_id,
        target_locale_id=instance.source.locale_id,
        enabled=True,
    )
    if reverse.exists():
        raise Refused(_("This is a translation itself: stop that translation before it becomes an original."))


def connect() -> None:
    """Connect the receivers; called once at start."""
    pre_save.connect(guard.before_save, dispatch_uid="translation.guard")
    pre_save.connect(refuse_tree_sync, sender=LocaleSynchronization, dispatch_uid="translation.tree_sync")
    pre_save.connect(refuse_two_directions, sender=Translation, dispatch_uid="translation.two_directions")
