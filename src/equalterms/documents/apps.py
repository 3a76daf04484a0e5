from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "equalterms.documents"
    label = "documents"
    verbose_name = "Documents"
