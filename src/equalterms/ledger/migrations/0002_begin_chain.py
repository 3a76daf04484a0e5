"""Begins the chain with its one head, and has the database refuse every change of an event."""

from django.db import migrations

from equalterms.ledger import triggers
from equalterms.ledger.chain import GENESIS


def begin(apps, schema_editor):
    apps.get_model("ledger", "Head").objects.create(pk=1, number=0, digest=GENESIS)
    triggers.install(schema_editor.connection)


def undo(apps, schema_editor):
    triggers.remove(schema_editor.connection)
    apps.get_model("ledger", "Head").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(begin, undo)]
