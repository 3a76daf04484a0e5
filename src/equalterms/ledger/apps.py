from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "equalterms.ledger"
    label = "ledger"
    verbose_name = "Ledger"

    def ready(self) -> None:
        from equalterms.ledger.queries import frozen  # noqa: F401  (registers what the ledger vouches for of itself)
