"""The example places hold everything that a visitor should be able to see, and nothing under a real name."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import models
from django.utils import timezone
from tests.factories.people import PersonFactory
from wagtail.fields import StreamField

from equalterms.examples import demo
from equalterms.examples.vocabulary import Persona
from equalterms.groups.models import Application, CompositionBreak, Group, Membership, Referral, TermsVersion
from equalterms.groups.rules import composition_of
from equalterms.groups.vocabulary import ApplicationState, ReferralState
from equalterms.hub.models import CasesPage
from equalterms.ledger.models import Event
from equalterms.ledger.queries import is_demo
from equalterms.ledger.queries.verifying import verify
from equalterms.people.models import Organisation, Person, Support
from equalterms.plans.models import Account, AccountVersion, ClaimDraft, Effect, Evidence, Plan
from equalterms.plans.queries.faces import AccountFace
from equalterms.plans.queries.record import RecordFilter, whole_record
from equalterms.plans.vocabulary import PlanState, Scale

REAL_NAMES = re.compile(
    r"hampshire|skills for care|hammersmith|fulham|wiltshire|people hub|personalisation expert panel", re.IGNORECASE
)


@pytest.fixture
def faces(example_data: None) -> list[AccountFace]:
    return list(whole_record(None, RecordFilter()))


@pytest.mark.usefixtures("example_data")
def test_a_second_build_does_nothing() -> None:
    before = Event.objects.count()
    assert demo.build() is False
    assert Event.objects.count() == before


def test_real_people_are_never_mixed_with_examples(db: None) -> None:
    PersonFactory()
    with pytest.raises(demo.NotEmpty):
        demo.build()
    assert not Organisation.objects.exists()


@pytest.mark.usefixtures("example_data")
def test_the_database_is_marked_as_a_demo() -> None:
    assert is_demo()


@pytest.mark.usefixtures("example_data")
def test_the_ledger_of_the_examples_is_whole_and_in_order() -> None:
    assert verify().whole
    moments = list(Event.objects.order_by("number").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert moments[-1] < timezone.now()


@pytest.mark.usefixtures("example_data")
def test_every_example_person_is_there_and_belongs_where_they_should() -> None:
    people = {person.try_as: person for person in Person.objects.filter(try_as__isnull=False)}
    assert set(people) == set(Persona.values)
    groups = {slug: set(person.memberships.values_list("group__name", flat=True)) for slug, person in people.items()}
    board, panel = "Northshire Transformation Co-production Board", "Northshire Personalisation Panel"
    assert {board, panel, "Living Our Way"} <= groups["member"]
    assert {board, panel} <= groups["chair"]
    assert board in groups["carer"]
    assert not groups["outsider"]
    assert not people["outsider"].affiliations.exists()


@pytest.mark.usefixtures("example_data")
def test_somebody_without_email_takes_part_through_a_supporter() -> None:
    support = Support.objects.current().get()
    assert support.person.email is None
    assert support.supporter.try_as == Persona.CARER
    assert Event.objects.filter(actor=support.person.key, entered_by=support.supporter.key).exists()


@pytest.mark.usefixtures("example_data")
def test_organisations_are_labelled_and_name_their_case() -> None:
    for organisation in Organisation.objects.all():
        assert organisation.is_example, organisation
        assert organisation.modelled_on.startswith("Made up, and modelled on "), organisation


@pytest.mark.usefixtures("example_data")
def test_the_board_has_forty_seats_and_keeps_its_rule() -> None:
    board = Group.objects.get(name="Northshire Transformation Co-production Board")
    seats = composition_of(board)
    assert (board.seats, seats.kept, seats.empty > 0) == (40, True, True)
    commission = Group.objects.get(name="Riverbank Disabled People’s Commission")
    assert composition_of(commission).lived == commission.seats == 10
    assert Group.objects.get(name="Westmoor Users Network").user_controlled
    assert CompositionBreak.objects.filter(restored_on__isnull=False).exists()


@pytest.mark.usefixtures("example_data")
def test_groups_have_a_history() -> None:
    assert TermsVersion.objects.filter(number=2).exists()
    assert Membership.objects.exclude(handover="").filter(until__isnull=False).exists()
    assert set(Application.objects.values_list("state", flat=True)) >= {
        ApplicationState.OPEN,
        ApplicationState.ACCEPTED,
        ApplicationState.DECLINED,
    }
    assert set(Referral.objects.values_list("state", flat=True)) >= {
        ReferralState.SENT,
        ReferralState.ACCEPTED,
        ReferralState.DONE,
    }


def test_every_condition_of_an_account_can_be_seen(faces: list[AccountFace]) -> None:
    today = timezone.localdate()
    read = [face for face in faces if face.spread]
    assert any(face.gap == 0 and not face.disputes for face in read), "agreed"
    assert any(face.gap and face.gap > 1 and face.standing_disputes for face in read), "disputed"
    assert any(len(face.spread or {}) >= 6 for face in read), "a wide spread"
    states = {dispute.state for face in faces for dispute in face.disputes}
    assert states == {"stands", "answered", "settled"}
    assert any(face.version == 2 and face.corrects_because for face in faces), "corrected"
    assert any(face.tense == "will" and face.on > today for face in faces), "still to come"
    assert any(face.tense == "will" and face.days_late for face in faces), "a promise that is late"
    assert any(face.tense == "none_yet" and face.on > today for face in faces), "none yet"
    assert any(face.tense == "none_yet" and face.days_late for face in faces), "none yet, and late"
    assert any(face.picture_reason == "too_few" for face in faces), "too few to show"
    assert {face.scale for face in faces} == set(Scale.values)


@pytest.mark.usefixtures("example_data")
def test_effects_are_confirmed_partly_confirmed_and_not_seen() -> None:
    most = {max(effect.spread, key=effect.spread.get) for effect in Effect.objects.filter(spread__isnull=False)}
    assert most == {"yes", "partly", "no"}
    assert Evidence.objects.exclude(file="").exists()
    assert Evidence.objects.exclude(url="").exists()


@pytest.mark.usefixtures("example_data")
def test_the_programme_of_two_years_has_its_changes() -> None:
    plan = Plan.objects.get(title="Transformation: support that fits your life")
    assert timedelta(days=700) < plan.ends_on - plan.starts_on < timedelta(days=760)
    assert 10 <= plan.changes.filter(published_at__isnull=False).count() <= 14
    assert set(Plan.objects.values_list("state", flat=True)) == set(PlanState.values)
    assert set(ClaimDraft.objects.values_list("is_complete", flat=True)) == {True, False}
    assert Plan.objects.values("organisation").distinct().count() >= 5


@pytest.mark.usefixtures("example_data")
def test_something_waits_for_the_member_and_for_the_manager() -> None:
    member, manager = Person.objects.get(try_as="member"), Person.objects.get(try_as="manager")
    asked = Account.objects.filter(asked_people__person=member).exclude(assessments__person=member)
    assert 2 <= asked.count() <= 6
    assert member.disputes.filter(state="answered").exists()
    late = AccountVersion.objects.filter(current_of__isnull=False, written_by=manager, on__lt=timezone.localdate())
    assert late.exclude(tense="has").exists()


def words_of(model: type[models.Model]) -> Iterator[tuple[str, str]]:
    """Yield (where, words) of every text that a model's rows hold."""
    kinds = (models.CharField, models.TextField, models.JSONField, StreamField)
    names = [field.name for field in model._meta.concrete_fields if isinstance(field, kinds)]
    for row in model._default_manager.values(*names) if names else ():
        for name, value in row.items():
            yield f"{model._meta.label}.{name}", str(getattr(value, "raw_data", value))


@pytest.mark.usefixtures("example_data")
def test_nothing_invented_stands_under_a_real_name() -> None:
    found = []
    for config in apps.get_app_configs():
        if not config.name.startswith("equalterms."):
            continue
        for model in config.get_models():
            if model is CasesPage:
                continue  # published facts, each with its source
            found += [
                f"{where}: {words[:80]}"
                for where, words in words_of(model)
                if where != "people.Organisation.modelled_on" and REAL_NAMES.search(words)
            ]
    assert not found, "\n".join(found)


@pytest.mark.usefixtures("example_data")
def test_no_message_can_reach_anybody_real() -> None:
    for email in Person.objects.exclude(email=None).values_list("email", flat=True):
        assert email.endswith(".example"), email
