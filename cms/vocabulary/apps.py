from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "cms.vocabulary"
    label = "vocabulary"
