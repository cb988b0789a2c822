"""The name of the house, and names of permissions, in the admin's templates."""

import re

from django import template
from django.conf import settings
from django.contrib.auth.models import Permission
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

register = template.Library()

VERBS: dict[str, Promise] = {
    "add": _("Can add: %(object)s"),
    "change": _("Can change: %(object)s"),
    "delete": _("Can delete: %(object)s"),
    "view": _("Can view: %(object)s"),
    "publish": _("Can publish: %(object)s"),
    "lock": _("Can lock: %(object)s"),
    "unlock": _("Can unlock: %(object)s"),
}


@register.simple_tag
def house_name() -> str:
    """The name of this newsroom."""
    name: str = settings.SITE_NAME
    return name


@register.filter
def permission_name(permission: Permission) -> str:
    """The name of a permission in the user's language; the database knows it in English alone."""
    found = re.match(r"(add|change|delete|view|publish|lock|unlock)_", permission.codename)
    model = permission.content_type.model_class()
    if found is None or model is None:
        return gettext(permission.name)
    return str(VERBS[found.group(1)]) % {"object": model._meta.verbose_name}
