"""The vocabulary in the admin's menu."""

from wagtail.snippets.models import register_snippet

from cms.vocabulary.viewsets import VocabularyViewSetGroup

register_snippet(VocabularyViewSetGroup)
