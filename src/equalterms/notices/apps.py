from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "equalterms.notices"
    label = "notices"
    verbose_name = "Notices"
