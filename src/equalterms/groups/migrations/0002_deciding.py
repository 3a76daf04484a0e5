"""Adds to the terms of reference how a group decides."""

import django.core.validators
from django.db import migrations, models

PERCENT = [django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)]
METHODS = [
    ("consent", "Consent: it is agreed when no objection stands"),
    ("consensus", "Consensus: it is agreed when no objection stands and few stand aside"),
    ("majority", "Majority: it is agreed when enough of those who say yes or no say yes"),
]


def share(default, validators=PERCENT):
    return models.PositiveSmallIntegerField(default=default, validators=validators)


class Migration(migrations.Migration):
    dependencies = [("groups", "0001_initial")]
    operations = [
        migrations.AddField(
            "termsversion", "decides_by", models.CharField(choices=METHODS, default="consent", max_length=20)
        ),
        migrations.AddField("termsversion", "most_aside", share(20)),
        migrations.AddField(
            "termsversion",
            "majority",
            share(
                67,
                [django.core.validators.MinValueValidator(51), django.core.validators.MaxValueValidator(100)],
            ),
        ),
        migrations.AddField("termsversion", "quorum", share(50)),
        migrations.AddField("termsversion", "lived_quorum", share(50)),
        migrations.AddField("termsversion", "secret_answers", models.BooleanField(default=False)),
        migrations.AddField("termsversion", "outcomes_public", models.BooleanField(default=False)),
    ]
