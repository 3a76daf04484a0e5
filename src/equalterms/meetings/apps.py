from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "equalterms.meetings"
    label = "meetings"
    verbose_name = "Meetings"

    def ready(self) -> None:
        # Registers how the ledger reads minutes and notes again; models are not ready before.
        from equalterms.meetings import seals  # noqa: F401
