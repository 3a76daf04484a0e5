from django.apps import AppConfig


class HubConfig(AppConfig):
    name = "equalterms.hub"
    label = "hub"
    verbose_name = "Hub"
