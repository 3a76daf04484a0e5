"""Every private field, and how to put a word into it that stands nowhere else.

Each planting adds one private thing to the example data and returns what was added. `known_to` are the example people
who may know of it; for everybody else nothing on the site may tell that it is there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from tests.factories import (
    AccountFactory,
    AssessmentFactory,
    ChangeFactory,
    EffectReadingFactory,
    GroupFactory,
    MembershipFactory,
    PersonFactory,
    PlanFactory,
    ResponsibilityFactory,
)

from equalterms.decisions.models import AskedMember, Ballot, Decision, DecisionText
from equalterms.decisions.vocabulary import Audience
from equalterms.examples.vocabulary import EVERY_SLUG
from equalterms.groups.models import (
    Application,
    Group,
    GroupInvitation,
    Membership,
    OpenQuestion,
    Principle,
    TermsVersion,
)
from equalterms.groups.models import Referral as GroupReferral
from equalterms.groups.rules import DecidingTerms
from equalterms.groups.vocabulary import APPLICATION_ANSWERED, REFERRAL_ARRIVED, Capacity, Role
from equalterms.ledger.keys import new_key
from equalterms.notices.models import Message, Notice
from equalterms.notices.places import Place
from equalterms.notices.vocabulary import MessageState, MessageWay
from equalterms.people.models import AccessNeed, AccessNeeds, Consent, Draft, Mail, Organisation, Person
from equalterms.people.vocabulary import ConsentKind, ConsentWay, NeedGroup, Sharing
from equalterms.plans.models import Account, ClaimDraft, Plan
from equalterms.plans.vocabulary import ShownAs, Tense


@dataclass(frozen=True)
class Secret:
    """One private field: what it is, who may know of it, and the function that puts a word into it."""

    what: str
    plant: Callable[[str], Any]
    known_to: frozenset[str]

    @property
    def word(self) -> str:
        """A word that stands nowhere else: lower-case letters only, so that no search takes it apart."""
        letters = "".join(letter for letter in self.what if letter.isalpha())
        return f"zq{letters.lower()}qz"

    def add(self) -> list[tuple[str, str]]:
        """Put the word, and the word that all secrets share, into the field; return (room, key) of what was added."""
        added = self.plant(f"{self.word} {SHARED_WORD}")
        things = added if isinstance(added, list) else [added]
        return [(thing._meta.app_label, thing.key) for thing in things if hasattr(thing, "key")]

    @property
    def hidden_from(self) -> list[str]:
        return [slug for slug in EVERY_SLUG if slug not in self.known_to]


SECRETS: list[Secret] = []
SHARED_WORD = "zqeverysecretqz"


def secret(*known_to: str) -> Callable[[Callable[[str], Any]], Callable[[str], Any]]:
    """Register a planting; its docstring says what the secret is."""

    def register(plant: Callable[[str], Any]) -> Callable[[str], Any]:
        SECRETS.append(Secret(str(plant.__doc__), plant, frozenset(known_to)))
        return plant

    return register


def persona(slug: str) -> Person:
    return Person.objects.get(try_as=slug)


def plan_of_manager() -> Plan:
    return Plan.objects.filter(responsibilities__person=persona("manager"), published_at__isnull=False).earliest("pk")


def public_account() -> Account:
    return Account.objects.filter(change__plan=plan_of_manager(), tense=Tense.HAS).earliest("pk")


def group_of_chair() -> Group:
    return Group.objects.filter(memberships__person=persona("chair"), visibility="public").earliest("pk")


def address_with(word: str) -> str:
    return f"{word.replace(' ', '.')}@example.org"


def stranger_in(group: Group, **seat: Any) -> Person:
    """Return a new member, seated long ago, who is none of the example people."""
    return MembershipFactory(group=group, since=date(2021, 1, 1), **seat).person


@secret("manager")
def draft_plan(word: str) -> Any:
    """a draft plan"""
    plan = PlanFactory(draft=True, title=word, summary=word, organisation=plan_of_manager().organisation)
    ResponsibilityFactory(plan=plan, person=persona("manager"))
    return plan


@secret("manager")
def draft_change(word: str) -> Any:
    """a draft change of a public plan"""
    return ChangeFactory(draft=True, plan=plan_of_manager(), title=word, what=word)


@secret("manager")
def draft_claim(word: str) -> Any:
    """a claim in the making"""
    change = ChangeFactory(draft=True, plan=plan_of_manager(), title=word)
    return ClaimDraft.objects.create(
        change=change, answers={"asked": word, "where": word}, started_by=persona("manager")
    )


@secret("manager")
def draft_version(word: str) -> Any:
    """an unpublished account of a public change"""
    known = public_account()
    words = {"version__asked": word, "version__where": word, "version__group": known.group}
    account = AccountFactory(draft=True, change=known.change, **words)
    return [account, account.versions.get()]


@secret()
def counted_reading(word: str) -> Any:
    """the words of a reading that is only counted"""
    return AssessmentFactory(account=public_account(), words=word, shown_as=ShownAs.COUNTED)


@secret()
def name_of_a_reader(word: str) -> Any:
    """the name of a reader who is only counted"""
    return AssessmentFactory(account=public_account(), person__name=word, shown_as=ShownAs.COUNTED)


@secret()
def counted_effect_reading(word: str) -> Any:
    """the words about an effect that are only counted"""
    effect = public_account().effects.first()
    if effect is None:
        effect = Account.objects.filter(effects__isnull=False).earliest("pk").effects.earliest("pk")
    return EffectReadingFactory(effect=effect, words=word, person__name=word, shown_as=ShownAs.COUNTED)


@secret()
def needs_for_nobody(word: str) -> Any:
    """access needs that are shared with nobody"""
    return needs_of(PersonFactory(), Sharing.NOBODY, word)


@secret("chair", "facilitator")
def needs_of_a_member(word: str) -> Any:
    """access needs that a member shares with those who lead the group"""
    member = Membership.objects.filter(
        group=group_of_chair(), until=None, person__try_as=None, person__access_needs=None
    ).earliest("pk")
    return needs_of(member.person, Sharing.FACILITATORS, word)


def needs_of(person: Person, sharing: str, word: str) -> AccessNeeds:
    now = timezone.now()
    needs = AccessNeeds.objects.create(person=person, sharing=sharing, review_on=now.date(), changed_at=now)
    AccessNeed.objects.create(needs=needs, group=NeedGroup.FORMAT, words=word)
    return needs


@secret()
def unfinished_form(word: str) -> Any:
    """what somebody typed into a form and has not sent"""
    return Draft.objects.create(
        person=PersonFactory(), path="/groups/start/", fields={"words": [word]}, saved_at=timezone.now()
    )


@secret()
def members_only_group(word: str) -> Any:
    """a group that only its members can see"""
    group = GroupFactory(private=True, name=word, purpose=word, organisation=plan_of_manager().organisation)
    return fill_group(group, word)


@secret()
def group_of_another_organisation(word: str) -> Any:
    """a group that only people of another organisation can see"""
    group = GroupFactory(visibility="organisation", name=word, purpose=word, organisation=another_organisation())
    return fill_group(group, word)


def another_organisation() -> Organisation:
    """Return an organisation of the example data to which none of the example people belongs."""
    ours = Organisation.objects.filter(affiliations__person__try_as__isnull=False)
    return Organisation.objects.exclude(pk__in=ours).earliest("pk")


def fill_group(group: Group, word: str) -> Group:
    stranger_in(group, role=Role.CHAIR)
    TermsVersion.objects.create(group=group, number=1, words=word, agreed_on=group.started_on)
    Principle.objects.create(group=group, text=word, since=group.started_on)
    OpenQuestion.objects.create(group=group, text=word)
    return group


@secret()
def referral_between_private_groups(word: str) -> Any:
    """work that one private group asks of another"""
    organisation = plan_of_manager().organisation
    groups = [GroupFactory(private=True, name=f"{word} {end}", organisation=organisation) for end in ("here", "there")]
    referral = GroupReferral.objects.create(from_group=groups[0], to_group=groups[1], title=word, words=word)
    return [referral, *groups]


@secret("chair", "facilitator")
def application(word: str) -> Any:
    """an application to join a group"""
    return Application.objects.create(
        group=group_of_chair(), person=PersonFactory(name=word), capacity=Capacity.CARER, why=word
    )


@secret("chair", "facilitator")
def group_invitation(word: str) -> Any:
    """an invitation to join a group"""
    return GroupInvitation.objects.create(
        group=group_of_chair(),
        name=word,
        email=address_with(word),
        words=word,
        capacity=Capacity.CARER,
        token_digest=new_key() * 5,
        expires_at=timezone.now() + timedelta(days=7),
        invited_by=persona("chair"),
    )


@secret("member", "carer", "chair", "manager", "facilitator")
def handover(word: str) -> Any:
    """the handover of a member who left"""
    left = Membership.objects.filter(group=group_of_chair(), until__isnull=False).earliest("pk")
    Membership.objects.filter(pk=left.pk).update(handover=word, left_because=word)
    return left


@secret()
def words_of_consent(word: str) -> Any:
    """what was said when somebody agreed to be supported"""
    return Consent.objects.create(
        person=PersonFactory(),
        kind=ConsentKind.values[0],
        way=ConsentWay.values[0],
        words=word,
        given_on=timezone.localdate(),
        recorded_by=PersonFactory(),
    )


@secret()
def address_of_a_person(word: str) -> Any:
    """somebody's e-mail address and phone number"""
    return PersonFactory(email=address_with(word), phone="07700 900123")


@secret()
def waiting_mail(word: str) -> Any:
    """a message that is still to be sent"""
    return Mail.objects.create(to=address_with(word), subject=word, body=word, written_at=timezone.now())


@secret()
def words_of_a_notice(word: str) -> Any:
    """the words of a message that one person got"""
    return notice_from_the_group(APPLICATION_ANSWERED.code, word, state=MessageState.SENT)


@secret("facilitator")
def letter_to_print(word: str) -> Any:
    """a letter that waits to be printed by the facilitator"""
    return notice_from_the_group(REFERRAL_ARRIVED.code, word, state=MessageState.TO_PRINT, way=MessageWay.LETTER)


def notice_from_the_group(kind: str, word: str, **message: Any) -> Notice:
    place, now = Place.of(group_of_chair()), timezone.now()
    where = {"place_kind": place.kind, "place_key": place.key, "place_name": place.name, "to": PersonFactory(name=word)}
    return Notice.objects.create(
        **where, kind=kind, subject=word, parts=[word], dedupe_key=new_key(), queued_at=now,
        message=Message.objects.create(**where, made_at=now, try_at=now, **message),
    )  # fmt: skip


@secret()
def secret_answer(word: str) -> Any:
    """an answer in a secret decision"""
    decision = Decision.objects.filter(state="open", secret_answers=True).earliest("pk")
    return Ballot.objects.create(decision=decision, token=new_key() * 5, number=1, stance="object", words=word)


@secret()
def text_for_a_few(word: str) -> Any:
    """a text that was put to one member of a group"""
    group = group_of_chair()
    member = Membership.objects.filter(group=group, until=None, person__try_as=None).earliest("pk").person
    now = timezone.now()
    decision = Decision.objects.create(
        group=group,
        title=word,
        why=word,
        audience=Audience.NAMED,
        put_at=now,
        put_by=member,
        opens_at=now,
        closes_at=now + timedelta(days=7),
        **DecidingTerms().as_dict(),
    )
    DecisionText.objects.create(decision=decision, number=1, words=word, added_at=now, added_by=member)
    AskedMember.objects.create(decision=decision, person=member, capacity=Capacity.SERVICE_USER)
    return decision
