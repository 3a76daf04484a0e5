from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "equalterms.groups"
    label = "groups"
    verbose_name = "Groups"
