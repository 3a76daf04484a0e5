from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "equalterms.people"
    label = "people"
    verbose_name = "People"
