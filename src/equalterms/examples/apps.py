from django.apps import AppConfig


class ExamplesConfig(AppConfig):
    name = "equalterms.examples"
    label = "examples"
    verbose_name = "Examples"
