from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "equalterms.home"
    label = "home"
    verbose_name = "Home"
