"""Who may do what in translation: one function per question, asked by every view."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail.models import DraftStateMixin, LockableMixin, Page
from wagtail.permissions import policy_registry

from cms.translation.content import title_of
from cms.translation.errors import Locked

SUBMIT = "wagtail_localize.submit_translation"


def user_of(request: HttpRequest) -> AbstractBaseUser:
    """The user of the admin who asks: its views are closed to everybody else."""
    return request.user  # type: ignore[return-value]  # never anonymous here


def may_edit(user: AbstractBaseUser, instance: Any) -> bool:
    """Whether the user may change this page or snippet."""
    if isinstance(instance, Page):
        return bool(instance.permissions_for_user(user).can_edit())
    policy = policy_registry.get(instance)
    return bool(policy.user_has_permission_for_instance(user, "change", instance))


def may_publish(user: AbstractBaseUser, instance: Any) -> bool:
    """Whether the user may publish this page or snippet."""
    if isinstance(instance, Page):
        return bool(instance.permissions_for_user(user).can_publish())
    return bool(policy_registry.get(instance).user_has_permission(user, "publish"))


def may_read(user: AbstractBaseUser, instance: Any, *, draft: bool) -> bool:
    """Whether the user may read the text of an original: what is public, anybody; a draft, who may edit it."""
    if not draft and getattr(instance, "live", True):
        return True
    return may_edit(user, instance)


def title_for(user: AbstractBaseUser, instance: Any) -> str:
    """The title of an instance as the user may know it: a new title in a draft is not for everybody."""
    return title_of(instance, draft=may_edit(user, instance))


def may_sync(user: AbstractBaseUser, instance: Any) -> bool:
    """Whether the user may take over the text of an original into its translations."""
    allowed: bool = user.has_perm(SUBMIT)  # type: ignore[attr-defined]  # every user of the admin has permissions
    return allowed and may_read(user, instance, draft=not getattr(instance, "live", True))


def may_submit(user: AbstractBaseUser, instance: Any, parent: Page | None) -> bool:
    """Whether the user may have this object translated below ``parent`` (None: anywhere)."""
    if not may_sync(user, instance):
        return False
    if parent is not None:
        return bool(parent.permissions_for_user(user).can_add_subpage())
    return bool(policy_registry.get(instance).user_has_permission(user, "add"))


def locked_for(user: AbstractBaseUser, instance: Any) -> bool:
    """Whether a lock of any kind (personal, workflow, schedule) keeps the user from writing."""
    if isinstance(instance, LockableMixin):
        lock = instance.get_lock()
        return lock is not None and bool(lock.for_user(user))
    # A snippet without locks of its own is locked only while a draft of it is scheduled.
    return isinstance(instance, DraftStateMixin) and bool(instance.approved_schedule)


def require_edit(user: AbstractBaseUser, instance: Any) -> None:
    """Raise PermissionDenied without the right to edit, Locked where a lock forbids it now."""
    if not may_edit(user, instance):
        raise PermissionDenied
    if locked_for(user, instance):
        raise Locked(title_of(instance))
