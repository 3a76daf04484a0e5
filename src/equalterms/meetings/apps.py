from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "equalterms.meetings"
    label = "meetings"
    verbose_name = "Meetings"

    def ready(self) -> None:
        # Registers how the ledger reads minutes and notes again, and what follows when a group approves its minutes.
        # Models are not ready before.
        from equalterms.meetings import seals  # noqa: F401
        from equalterms.meetings.actions import approving  # noqa: F401
