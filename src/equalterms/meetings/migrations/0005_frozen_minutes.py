"""Has the database refuse to rewrite minutes, notes of decisions, and the texts that people sent."""

from django.db import migrations

from equalterms.meetings import triggers


def begin(apps, schema_editor):
    triggers.install(schema_editor.connection)


def undo(apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0004_preparation")]
    operations = [migrations.RunPython(begin, undo)]
