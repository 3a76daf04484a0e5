"""Has the database refuse to rewrite what was published, and makes the record's words quick to search."""

from django.db import migrations

from equalterms.plans import triggers

# The very expression that Django writes for SearchVector("search_text", config="english").
INDEX = (
    "CREATE INDEX account_words ON plans_account "
    "USING gin (to_tsvector('english'::regconfig, COALESCE(search_text, '')))"
)


def begin(apps, schema_editor):
    triggers.install(schema_editor.connection)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(INDEX)


def undo(apps, schema_editor):
    triggers.remove(schema_editor.connection)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS account_words")


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial")]
    operations = [migrations.RunPython(begin, undo)]
