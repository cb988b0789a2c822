from django.apps import AppConfig


class StoreConfig(AppConfig):
    name = "cms.store"
    label = "store"
