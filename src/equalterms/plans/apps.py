from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "equalterms.plans"
    label = "plans"
    verbose_name = "Plans"

    def ready(self) -> None:
        from equalterms.plans import seals  # noqa: F401  registers what the ledger vouches for; needs loaded models
