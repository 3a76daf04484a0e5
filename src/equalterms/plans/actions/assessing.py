"""The members' side: giving one's own reading, changing it, or choosing not to give one."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people.models import Person
from equalterms.plans.actions.releasing import release_effect_readings, release_readings
from equalterms.plans.models import Account, Asked, Assessment, Effect, EffectReading
from equalterms.plans.rules.answering import check_may_assess, check_may_read_effect
from equalterms.plans.vocabulary import RUNGS, EffectSeen, ShownAs


@action
def give_reading(
    *, account: Account, rung: int, effect_seen: str, by: Person, words: str = "", shown_as: str = ShownAs.COUNTED
) -> Assessment:
    """Keep a member's own reading; a second one replaces the first. The ledger never learns the rung or the words."""
    check_may_assess(by, account)
    if not 1 <= rung <= len(RUNGS[account.scale]):
        raise ValidationError({"rung": _("Choose one rung of the ladder.")})
    if effect_seen not in EffectSeen.values:
        raise ValidationError({"effect_seen": _("Choose whether you saw the effect.")})
    account = Account.objects.select_for_update().get(pk=account.pk)
    Asked.objects.filter(account=account, person=by).update(declined_at=None)
    given = {"rung": rung, "effect_seen": effect_seen, "words": words, "shown_as": shown_as}
    reading = Assessment.objects.filter(account=account, person=by).first()
    now = timezone.now()
    if reading is None:
        reading = Assessment.objects.create(
            account=account, version=account.current, person=by, given_at=now, changed_at=now, counted_at=now, **given
        )
        record("reading.given", account, by=by)
    else:
        same_version = reading.version_id == account.current_id
        different = [name for name, value in given.items() if getattr(reading, name) != value]
        if same_version and not different:
            return unchanged(reading)
        _write_over(reading, given, different, counted=("rung", "effect_seen"), now=now)
        reading.version = account.current
        reading.save()
        record("reading.changed" if different else "reading.confirmed", account, by=by)
    if release_readings(account):
        record("readings.released", account, by=None, facts={"readings": account.released_readings})
    return reading


@action
def decline_reading(*, account: Account, by: Person) -> None:
    """Say "I would rather not". The claim is then shown to this member, too."""
    check_may_assess(by, account)
    asked = Asked.objects.select_for_update().get(account=account, person=by)
    if asked.declined_at is not None or account.assessments.filter(person=by).exists():
        return unchanged()
    asked.declined_at = timezone.now()
    asked.save()
    record("reading.declined", account, by=by)
    return None


@action
def read_effect(
    *, effect: Effect, seen: str, by: Person, words: str = "", shown_as: str = ShownAs.COUNTED
) -> EffectReading:
    """Keep a member's word on whether a claimed effect can be seen."""
    check_may_read_effect(by, effect)
    if seen not in EffectSeen.values:
        raise ValidationError({"seen": _("Choose whether you have seen it.")})
    effect = Effect.objects.select_for_update().get(pk=effect.pk)
    given = {"seen": seen, "words": words, "shown_as": shown_as}
    reading = EffectReading.objects.filter(effect=effect, person=by).first()
    now = timezone.now()
    if reading is None:
        reading = EffectReading.objects.create(
            effect=effect, person=by, given_at=now, changed_at=now, counted_at=now, **given
        )
        record("effect_reading.given", effect, by=by)
    else:
        different = [name for name, value in given.items() if getattr(reading, name) != value]
        if not different:
            return unchanged(reading)
        _write_over(reading, given, different, counted=("seen",), now=now)
        reading.save()
        record("effect_reading.changed", effect, by=by)
    if release_effect_readings(effect):
        record("effect_readings.released", effect, by=None, facts={"readings": effect.released_readings})
    return reading


def _write_over(
    reading: Assessment | EffectReading,
    given: dict[str, Any],
    different: list[str],
    *,
    counted: tuple[str, ...],
    now: datetime,
) -> None:
    """Only what is counted moves `counted_at`: three edits of words must not let a single new rung show."""
    for name, value in given.items():
        setattr(reading, name, value)
    if different:
        reading.changed_at = now
    if set(different) & set(counted):
        reading.counted_at = now
