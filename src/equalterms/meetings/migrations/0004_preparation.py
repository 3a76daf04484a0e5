"""On PostgreSQL the preparation space shows its rows only to the person whom the transaction names."""

from django.db import migrations

from equalterms.meetings import row_security


def guard(apps, schema_editor):
    row_security.install(schema_editor.connection)


def unguard(apps, schema_editor):
    row_security.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0003_papers"), ("groups", "0001_initial"), ("people", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
