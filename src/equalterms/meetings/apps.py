from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "equalterms.meetings"
    label = "meetings"
    verbose_name = "Meetings"
