"""How the documentation page writes names and descriptions."""

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
NAME = re.compile(r"``(.+?)``")
# Where a long name or address may go on in the next line.
BREAKS = re.compile(r"(?<=[/?&=_,])")


@register.filter
def marked(text: str) -> SafeString:
    """A description, in which names stand between double backticks."""
    return mark_safe(NAME.sub(r"<code>\1</code>", escape(text)))


@register.filter
def breakable(text: str) -> SafeString:
    """A name or an address that may be broken where its parts meet."""
    return mark_safe("<wbr>".join(escape(part) for part in BREAKS.split(str(text))))
