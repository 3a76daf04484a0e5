"""A member's desk: what they need to give their own reading, and nothing of the claim before they have given it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person
from equalterms.plans.models import Account, AccountVersion, Assessment, Dispute, Effect, EffectReading
from equalterms.plans.queries.dispute_faces import DisputeFace, dispute_face
from equalterms.plans.queries.face_rows import face_rows, published_rows
from equalterms.plans.queries.faces import AccountFace, faces_of
from equalterms.plans.queries.record import account_for, published_account
from equalterms.plans.rules.answering import check_may_assess, check_may_read_effect, may_dispute
from equalterms.plans.vocabulary import OPEN_DISPUTES, RUNGS, EffectSeen, Rung, ShownAs, rung_named


@dataclass(frozen=True)
class ReadingDesk:
    """One account as the member reads it. `effect_words` is empty until they have chosen a rung."""

    account: Account
    face: AccountFace
    rungs: tuple[Rung, ...]
    given: Assessment | None
    declined: bool
    answers: dict[str, Any]  # rung (int), effect_seen, words, shown_as: what they said so far
    effect_words: str
    may_dispute: bool
    own_dispute: str  # key of this member's dispute, the newest, or ""
    earlier: AccountVersion | None  # the version that their reading is about, where it was corrected since

    @property
    def is_of_an_earlier_version(self) -> bool:
        """The claim was corrected after this reading was given."""
        return self.earlier is not None

    @property
    def rung(self) -> Rung | None:
        number = self.answers.get("rung")
        return rung_named(self.account.scale, number) if number else None

    @property
    def is_complete(self) -> bool:
        return bool(self.rung and self.answers.get("effect_seen"))


def reading_desk(person: Person, key: str, kept: Mapping[str, str]) -> ReadingDesk:
    """Return the desk for an account on which this person was asked; raises NotVisible or NotAllowed.

    `kept` holds the answers that they have not sent yet, as text; they go before those of a reading given earlier.
    """
    account = published_account(key)
    check_may_assess(person, account)
    given = Assessment.objects.filter(account=account, person=person).first()
    answers = {**_answers_given(given), **_sensible(kept, account.scale)}
    own = Dispute.objects.filter(account=account, person=person).order_by("-opened_at").first()
    return ReadingDesk(
        account=account,
        face=account_for(person, key),
        rungs=RUNGS[account.scale],
        given=given,
        declined=account.asked_people.filter(person=person, declined_at__isnull=False).exists(),
        answers=answers,
        effect_words=account.current.changed if answers.get("rung") else "",
        may_dispute=may_dispute(person, account),
        own_dispute=own.key if own else "",
        earlier=given.version if given is not None and given.version_id != account.current_id else None,
    )


def _answers_given(given: Assessment | None) -> dict[str, Any]:
    if given is None:
        return {}
    return {name: getattr(given, name) for name in ("rung", "effect_seen", "words", "shown_as")}


def _sensible(kept: Mapping[str, str], scale: str) -> dict[str, Any]:
    """Take from kept texts only what could be an answer."""
    answers: dict[str, Any] = {}
    if kept.get("rung", "").isdigit() and 1 <= int(kept["rung"]) <= len(RUNGS[scale]):
        answers["rung"] = int(kept["rung"])
    if kept.get("effect_seen") in EffectSeen.values:
        answers["effect_seen"] = kept["effect_seen"]
    if kept.get("shown_as") in ShownAs.values:
        answers["shown_as"] = kept["shown_as"]
    if "words" in kept:
        answers["words"] = kept["words"]
    return answers


@dataclass(frozen=True)
class EffectDesk:
    """One claimed effect as the member is asked about it. `hidden`: their own reading of the account comes first."""

    effect: Effect
    face: AccountFace
    given: EffectReading | None

    @property
    def hidden(self) -> bool:
        return self.face.claim_hidden


def effect_desk(person: Person, key: str) -> EffectDesk:
    """Return one claimed effect for a member who was asked about its account; raises NotVisible or NotAllowed."""
    effect = Effect.objects.select_related("account").filter(key=key).first()
    if effect is None:
        raise NotVisible
    check_may_read_effect(person, effect)
    given = EffectReading.objects.filter(effect=effect, person=person).first()
    return EffectDesk(effect, account_for(person, effect.account.key), given)


@dataclass(frozen=True)
class DisputeDesk:
    """One's own dispute, with what everybody sees of it."""

    dispute: Dispute
    face: DisputeFace
    account: AccountFace


@dataclass(frozen=True)
class AccountToDispute:
    """An account with which somebody may want to disagree. `own` is the key of their dispute that stands, or ""."""

    account: Account
    face: AccountFace
    own: str


def account_to_dispute(person: Person, key: str) -> AccountToDispute:
    """Return a published account. Whether this person may disagree is the rule's question."""
    account = published_account(key)
    own = Dispute.objects.filter(account=account, person=person, state__in=OPEN_DISPUTES).first()
    return AccountToDispute(account, account_for(person, key), own.key if own else "")


def own_dispute(person: Person | None, key: str) -> DisputeDesk:
    """Return a dispute to the member whose own it is; to others it does not exist here."""
    dispute = _dispute(key)
    if person is None or dispute.person_id != person.pk:
        raise NotVisible
    return DisputeDesk(dispute, dispute_face(dispute), account_for(person, dispute.account.key))


def dispute_to_answer(person: Person | None, key: str) -> DisputeDesk:
    """Return a dispute as everybody sees it, for answering. Whether this person may answer is the rule's question."""
    dispute = _dispute(key)
    return DisputeDesk(dispute, dispute_face(dispute), account_for(person, dispute.account.key))


def _dispute(key: str) -> Dispute:
    found = Dispute.objects.select_related("account__change__plan", "version", "person").prefetch_related("turns")
    dispute = found.filter(key=key, account__published_at__isnull=False).first()
    if dispute is None:
        raise NotVisible
    return dispute


@dataclass(frozen=True)
class AskedAbout:
    """One line of "What I was asked and what I said"."""

    face: AccountFace
    given: Assessment | None
    declined: bool
    rung: Rung | None
    dispute: str  # how one's own newest dispute stands, in words, or ""
    dispute_key: str


def asked_about(person: Person) -> list[AskedAbout]:
    """Return every account on which this person was asked, newest question first."""
    asked = list(person.asked_about.order_by("-asked_at", "-pk"))
    accounts = {row.pk: row for row in face_rows(published_rows().filter(asked_people__person=person))}
    asked = [each for each in asked if each.account_id in accounts]
    faces = faces_of([accounts[each.account_id] for each in asked], person)
    given = {
        reading.account_id: reading for reading in Assessment.objects.filter(person=person).select_related("version")
    }
    disputes = {each.account_id: each for each in Dispute.objects.filter(person=person).order_by("opened_at")}
    lines = []
    for each, face in zip(asked, faces, strict=True):
        reading, dispute = given.get(each.account_id), disputes.get(each.account_id)
        lines.append(
            AskedAbout(
                face=face,
                given=reading,
                declined=each.declined_at is not None and reading is None,
                rung=rung_named(face.scale, reading.rung) if reading else None,
                dispute=dispute.get_state_display() if dispute else "",
                dispute_key=dispute.key if dispute else "",
            )
        )
    return lines
