"""Fills a PostgreSQL database with a public record of the size that a whole country could have, by COPY.

The spread is that of a busy record: 300 organisations, plans of 4 to 12 changes, each with one or two accounts. A tenth
are "none yet", one in sixteen is disputed, two in five have enough readings to be shown.
"""

import random
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import connection, models, transaction

from equalterms.groups.models import Group
from equalterms.groups.vocabulary import GroupKind
from equalterms.people.models import Organisation, Person
from equalterms.people.vocabulary import OrganisationKind
from equalterms.plans.models import (
    Account,
    AccountVersion,
    Asked,
    Assessment,
    Change,
    Dispute,
    DisputeTurn,
    Evidence,
    Plan,
    Way,
)
from equalterms.plans.vocabulary import ChangeStatus, EffectSeen, PlanState, ShownAs, Stage, Tense, TurnKind

ORGANISATIONS = 300
GROUPS_EACH = 4
PEOPLE = 20_000
WORDS = re.findall(
    r"\w+",
    """
    letters phone calls visits home care support plan budget review meeting panel members carers staff choice control
    transport bus lift ramp toilet hearing sight sign easy read large print wait queue form online paper evening weekend
    respite equipment repair assessment advocate job training health clinic hospital discharge pharmacy
    """,
)


class Filler:
    """Makes the rows of everything in the right order, the same ones for the same seed."""

    def __init__(self, accounts: int, seed: int) -> None:
        self.accounts = accounts
        self.random = random.Random(seed)
        self.began = datetime(2023, 1, 1, 9, 0, tzinfo=UTC)

    def text(self, words: int) -> str:
        chosen = self.random.choices(WORDS, k=words)
        return (" ".join(chosen) + ".").capitalize()

    def moment(self) -> datetime:
        return self.began + timedelta(minutes=self.random.randrange(3 * 365 * 24 * 60))

    def day(self) -> date:
        return self.moment().date()

    def organisations(self) -> Iterator[Organisation]:
        for number in range(1, ORGANISATIONS + 1):
            name = f"{self.text(1)[:-1]} {number} Council"
            yield Organisation(
                pk=number, slug=f"council-{number}", name=name, kind=OrganisationKind.COUNCIL, created_at=self.began
            )

    def people(self) -> Iterator[Person]:
        for number in range(1, PEOPLE + 1):
            yield Person(pk=number, name=f"Member {number}", email=f"member{number}@example.org", password="!")

    def groups(self) -> Iterator[Group]:
        for number in range(ORGANISATIONS * GROUPS_EACH):
            yield Group(
                pk=number + 1,
                organisation_id=number // GROUPS_EACH + 1,
                name=f"{self.text(2)[:-1]} panel {number}",
                kind=GroupKind.PANEL,
                purpose=self.text(30),
                started_on=self.began.date(),
            )

    def group_of(self, organisation: int) -> int:
        return (organisation - 1) * GROUPS_EACH + self.random.randrange(GROUPS_EACH) + 1

    def plans(self) -> Iterator[tuple[Plan, list[Change], list[Account]]]:
        """Yield plans, each with its changes and their accounts, until there are enough accounts."""
        plan_number = change_number = account_number = 0
        while account_number < self.accounts:
            plan_number += 1
            organisation = self.random.randrange(ORGANISATIONS) + 1
            changes, accounts = [], []
            published = self.moment()
            plan = Plan(
                pk=plan_number,
                organisation_id=organisation,
                title=self.text(5)[:-1],
                summary=self.text(50),
                starts_on=published.date(),
                ends_on=published.date() + timedelta(days=730),
                state=PlanState.PUBLISHED,
                created_at=published,
                published_at=published,
                published_by_id=1,
            )
            for _change in range(self.random.randint(4, 12)):
                change_number += 1
                changes.append(self.change(change_number, plan_number, published))
                for _account in range(self.random.choice((1, 1, 2))):
                    account_number += 1
                    accounts.append(self.account(account_number, organisation, changes[-1]))
            yield plan, changes, accounts

    def change(self, number: int, plan: int, published: datetime) -> Change:
        return Change(
            pk=number,
            plan_id=plan,
            title=self.text(6)[:-1],
            what=self.text(35),
            for_whom=self.text(6),
            stage=self.random.choice(Stage.values),
            status=self.random.choice(ChangeStatus.values),
            starts_on=published.date(),
            created_at=published,
            published_at=published,
            published_by_id=1,
        )

    def account(self, number: int, organisation: int, change: Change) -> Account:
        tense = self.random.choices((Tense.HAS, Tense.WILL, Tense.NONE_YET), (78, 12, 10))[0]
        rung = None if tense == Tense.NONE_YET else self.random.choices(range(1, 8), (1, 1, 4, 9, 8, 8, 4))[0]
        asked = 0 if tense == Tense.NONE_YET else self.random.randrange(3, 18)
        readings = self.random.randrange(5, 13) if tense == Tense.HAS and self.random.random() < 0.5 else 0
        account = Account(
            pk=number,
            organisation_id=organisation,
            change=change,
            current_id=number,
            published_at=self.moment(),
            tense=tense,
            on=self.day(),
            rung=rung,
            group_id=None if tense == Tense.NONE_YET else self.group_of(organisation),
            asked_count=max(asked, readings),
            released_readings=readings,
        )
        if readings:
            account.spread = self.spread(readings, range(max(1, (rung or 4) - 3), min(7, (rung or 4) + 1) + 1))
            account.effect_spread = self.spread(readings, EffectSeen.values)
            account.released_at = account.published_at
        return account

    def spread(self, readings: int, answers: Iterable[Any]) -> dict[str, int]:
        found: dict[str, int] = {}
        options = [str(answer) for answer in answers]
        for _reading in range(readings):
            answer = self.random.choice(options)
            found[answer] = found.get(answer, 0) + 1
        return found

    def version(self, account: Account) -> AccountVersion:
        none_yet = account.tense == Tense.NONE_YET
        version = AccountVersion(
            pk=account.pk,
            account_id=account.pk,
            number=1,
            tense=account.tense,
            on=account.on,
            where="" if none_yet else self.text(3),
            group_id=account.group_id,
            way_id=None if none_yet else 1,
            rung=account.rung,
            asked="" if none_yet else self.text(40),
            changed=self.text(45) if account.tense == Tense.HAS else "",
            none_because=self.text(15) if none_yet else "",
            written_by_id=1,
            written_at=account.published_at,
            published_at=account.published_at,
            published_by_id=1,
        )
        account.search_text = " ".join((account.change.title, version.where, version.asked, version.changed))
        return version

    def readings(self, account: Account) -> Iterator[tuple[Asked, Assessment | None]]:
        people = self.random.sample(range(1, PEOPLE + 1), account.asked_count)
        for position, person in enumerate(people):
            asked = Asked(account_id=account.pk, person_id=person, asked_at=account.published_at)
            if position >= account.released_readings:
                yield asked, None
                continue
            words = self.text(25) if self.random.random() < 0.3 else ""
            reading = Assessment(
                account_id=account.pk,
                version_id=account.pk,
                person_id=person,
                rung=self.random.randint(1, 7),
                effect_seen=self.random.choice(EffectSeen.values),
                words=words,
                shown_as=self.random.choice(ShownAs.values),
                given_at=account.published_at,
                changed_at=account.published_at,
            )
            yield asked, reading

    def dispute(self, number: int, account: Account) -> tuple[Dispute, DisputeTurn]:
        account.open_disputes = 1
        dispute = Dispute(
            pk=number,
            account_id=account.pk,
            version_id=account.pk,
            person_id=self.random.randrange(PEOPLE) + 1,
            because=self.text(30),
            state="answered",
            opened_at=account.published_at,
        )
        answer = DisputeTurn(
            dispute_id=number, kind=TurnKind.ANSWER, words=self.text(25), by_id=1, at=account.published_at
        )
        return dispute, answer


def fill(accounts: int, seed: int = 1) -> None:
    """Fill an empty, migrated database. Everything or nothing."""
    filler = Filler(accounts, seed)
    with transaction.atomic():
        way, _made = Way.objects.get_or_create(slug="workshop", defaults={"name": "Workshop"})
        copy_in(Organisation, filler.organisations())
        copy_in(Person, filler.people())
        copy_in(Group, filler.groups())
        rows: dict[type[models.Model], list[models.Model]] = {}

        def keep(row: models.Model) -> None:
            rows.setdefault(type(row), []).append(row)

        disputes = 0
        for plan, changes, its_accounts in filler.plans():
            keep(plan)
            for change in changes:
                keep(change)
            for account in its_accounts:
                version = filler.version(account)
                version.way_id = version.way_id and way.pk
                keep(version)
                for asked, reading in filler.readings(account):
                    keep(asked)
                    if reading is not None:
                        keep(reading)
                if account.tense == Tense.HAS and filler.random.random() < 0.08:
                    disputes += 1
                    for row in filler.dispute(disputes, account):
                        keep(row)
                if account.tense == Tense.HAS and filler.random.random() < 0.4:
                    keep(Evidence(version_id=version.pk, title=filler.text(4), url="https://example.org/notes"))
                keep(account)
        for model in (Plan, Change, AccountVersion, Account, Asked, Assessment, Dispute, DisputeTurn, Evidence):
            copy_in(model, rows.get(model, []))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def copy_in(model: type[models.Model], rows: Iterable[models.Model]) -> None:
    """Write rows by COPY, with the values that saving them would have written."""
    fields = model._meta.concrete_fields
    rows = list(rows)
    numbered = bool(rows) and rows[0].pk is not None
    if not numbered:
        fields = [field for field in fields if not field.primary_key]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    with connection.cursor() as cursor:
        with cursor.cursor.copy(f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row([plain(field, row) for field in fields])
        if numbered:
            sequence = f"pg_get_serial_sequence('\"{model._meta.db_table}\"', 'id')"
            cursor.execute(f'SELECT setval({sequence}, (SELECT max(id) FROM "{model._meta.db_table}"))')


def plain(field: models.Field, row: models.Model) -> Any:
    value = getattr(row, field.attname)
    if field.name == "created_at" and value is None:
        value = datetime.now(UTC)
    return field.get_db_prep_save(value, connection)
