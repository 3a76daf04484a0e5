"""Gives the base page its language, as Wagtail asks of a base page of one's own."""

from django.db import migrations
from wagtail.models import BootstrapLocaleField, BootstrapTranslatableModel, BootstrapTranslationKeyField


class Migration(migrations.Migration):

    dependencies = [
        ('hub', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        BootstrapLocaleField('hub.BasePage'),
        BootstrapTranslationKeyField('hub.BasePage'),
        BootstrapTranslatableModel('hub.BasePage'),
    ]
