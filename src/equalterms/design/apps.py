from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "equalterms.design"
    label = "design"
    verbose_name = "Design"
