"""The name of the house in the admin's templates."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def house_name() -> str:
    """The name of this newsroom."""
    name: str = settings.SITE_NAME
    return name
