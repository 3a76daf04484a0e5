"""The tables of decisions."""

import django.db.models.deletion
import equalterms.ledger.keys
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('groups', '0002_deciding'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=equalterms.ledger.keys.new_key, editable=False, max_length=12, unique=True)),
                ('title', models.CharField(max_length=160, verbose_name='what it is about')),
                ('why', models.TextField(blank=True, verbose_name='why')),
                ('about_kind', models.CharField(blank=True, max_length=60)),
                ('about_key', models.CharField(blank=True, max_length=40)),
                ('about_url', models.CharField(blank=True, max_length=300)),
                ('about_words', models.CharField(blank=True, max_length=200)),
                ('audience', models.CharField(choices=[('everyone', 'Everybody who sits at the table'), ('lived', 'Only the members with lived experience'), ('named', 'Only the members named')], default='everyone', max_length=20)),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('decides_by', models.CharField(choices=[('consent', 'Consent: it is agreed when no objection stands'), ('consensus', 'Consensus: it is agreed when no objection stands and few stand aside'), ('majority', 'Majority: it is agreed when enough of those who say yes or no say yes')], max_length=20)),
                ('most_aside', models.PositiveSmallIntegerField()),
                ('majority', models.PositiveSmallIntegerField()),
                ('quorum', models.PositiveSmallIntegerField()),
                ('lived_quorum', models.PositiveSmallIntegerField()),
                ('secret_answers', models.BooleanField()),
                ('outcomes_public', models.BooleanField()),
                ('put_at', models.DateTimeField()),
                ('opens_at', models.DateTimeField()),
                ('closes_at', models.DateTimeField()),
                ('more_time_because', models.TextField(blank=True)),
                ('state', models.CharField(choices=[('open', 'Not decided yet'), ('closed', 'Closed'), ('withdrawn', 'Withdrawn')], default='open', max_length=20)),
                ('outcome', models.CharField(blank=True, choices=[('agreed', 'Agreed'), ('concerns', 'Agreed, with concerns'), ('not_agreed', 'Not agreed'), ('no_quorum', 'Too few answered')], max_length=20)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('asked', models.PositiveSmallIntegerField(default=0)),
                ('answered', models.PositiveSmallIntegerField(default=0)),
                ('lived_asked', models.PositiveSmallIntegerField(default=0)),
                ('lived_answered', models.PositiveSmallIntegerField(default=0)),
                ('figures', models.JSONField(blank=True, default=dict)),
                ('concerns', models.JSONField(blank=True, default=list)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_because', models.TextField(blank=True, verbose_name='why it was withdrawn')),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='groups.group')),
                ('principles', models.ManyToManyField(blank=True, related_name='+', to='groups.principle')),
                ('put_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions_put', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-put_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ClarifyingQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=equalterms.ledger.keys.new_key, editable=False, max_length=12, unique=True)),
                ('words', models.TextField(verbose_name='question')),
                ('asked_at', models.DateTimeField()),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='decisions.decision')),
            ],
            options={
                'ordering': ['asked_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Ballot',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('token', models.CharField(max_length=64)),
                ('number', models.PositiveSmallIntegerField()),
                ('stance', models.CharField(choices=[('agree', 'Agree'), ('concerns', 'Agree with concerns'), ('aside', 'Stand aside'), ('object', 'Object')], max_length=20)),
                ('words', models.TextField(blank=True)),
                ('words_shown', models.BooleanField(default=False)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ballots', to='decisions.decision')),
            ],
        ),
        migrations.CreateModel(
            name='AskedMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('capacity', models.CharField(choices=[('service_user', 'Service user'), ('carer', 'Carer'), ('staff', 'Manager or staff'), ('adviser', 'Adviser'), ('observer', 'Observer')], max_length=20)),
                ('answered_number', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked_to_decide', to=settings.AUTH_USER_MODEL)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked_members', to='decisions.decision')),
            ],
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('stance', models.CharField(choices=[('agree', 'Agree'), ('concerns', 'Agree with concerns'), ('aside', 'Stand aside'), ('object', 'Object')], max_length=20)),
                ('words', models.TextField(blank=True)),
                ('given_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers_given', to=settings.AUTH_USER_MODEL)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='decisions.decision')),
            ],
            options={
                'ordering': ['given_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Amendment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=equalterms.ledger.keys.new_key, editable=False, max_length=12, unique=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('words', models.TextField(verbose_name='text as it would be')),
                ('because', models.TextField(verbose_name='why')),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('accepted', 'Accepted'), ('declined', 'Not accepted'), ('overtaken', 'The text has changed since')], default='proposed', max_length=20)),
                ('proposed_at', models.DateTimeField()),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='decisions.decision')),
            ],
            options={
                'ordering': ['proposed_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='DecisionText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=equalterms.ledger.keys.new_key, editable=False, max_length=12, unique=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('words', models.TextField(verbose_name='text')),
                ('because', models.TextField(blank=True, verbose_name='why it changed')),
                ('added_at', models.DateTimeField()),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='decisions.decision')),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='EarlierAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('stance', models.CharField(choices=[('agree', 'Agree'), ('concerns', 'Agree with concerns'), ('aside', 'Stand aside'), ('object', 'Object')], max_length=20)),
                ('words', models.TextField(blank=True)),
                ('given_at', models.DateTimeField()),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='earlier', to='decisions.answer')),
            ],
            options={
                'ordering': ['given_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Objection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=equalterms.ledger.keys.new_key, editable=False, max_length=12, unique=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('holder', models.CharField(blank=True, max_length=64)),
                ('words', models.TextField(verbose_name='reasons')),
                ('state', models.CharField(choices=[('raised', 'Waits for the chairs'), ('dealt_with', 'Waits for the word of the member who objects'), ('stands', 'Stands'), ('settled', 'Settled')], default='raised', max_length=20)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objections', to='decisions.decision')),
                ('named', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='objections', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['key'],
            },
        ),
        migrations.CreateModel(
            name='ObjectionTurn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('dealt_with', 'How it was dealt with'), ('stands', 'It stands'), ('settled', 'It is settled')], max_length=20)),
                ('words', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('objection', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='turns', to='decisions.objection')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.AddIndex(
            model_name='decision',
            index=models.Index(fields=['about_kind', 'about_key'], name='decision_about'),
        ),
        migrations.AddIndex(
            model_name='decision',
            index=models.Index(fields=['state', 'closes_at'], name='decision_due'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opens_at'))), name='decision_closes_after_it_opens'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('state', 'closed'), models.Q(('outcome', ''), _negated=True)), models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_at__isnull', True), ('outcome', '')), _connector='OR'), name='decision_closed_with_outcome'),
        ),
        migrations.AddConstraint(
            model_name='ballot',
            constraint=models.UniqueConstraint(fields=('decision', 'token'), name='one_ballot_each'),
        ),
        migrations.AddConstraint(
            model_name='askedmember',
            constraint=models.UniqueConstraint(fields=('decision', 'person'), name='asked_to_decide_once'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.UniqueConstraint(fields=('decision', 'person'), name='one_answer_each'),
        ),
        migrations.AddConstraint(
            model_name='decisiontext',
            constraint=models.UniqueConstraint(fields=('decision', 'number'), name='decision_text_once'),
        ),
        migrations.AddConstraint(
            model_name='objection',
            constraint=models.UniqueConstraint(condition=models.Q(('person__isnull', False), models.Q(('state', 'settled'), _negated=True)), fields=('decision', 'person'), name='one_standing_objection_each'),
        ),
        migrations.AddConstraint(
            model_name='objection',
            constraint=models.UniqueConstraint(condition=models.Q(models.Q(('holder', ''), _negated=True), models.Q(('state', 'settled'), _negated=True)), fields=('decision', 'holder'), name='one_secret_objection_each'),
        ),
    ]
