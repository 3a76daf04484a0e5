"""Releasing readings: the shown spread moves only when it is safe for those who gave them."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from equalterms.engines.disclosure import may_release, tally
from equalterms.plans.models import Account, Assessment, Effect, EffectReading
from equalterms.plans.vocabulary import FEWEST_NEW_READINGS, FEWEST_READINGS_SHOWN


def release_readings(account: Account) -> bool:
    """Show the account's spread anew if enough readings are new. Runs inside the caller's action."""
    readings = Assessment.objects.filter(account=account)
    if not _enough(readings, account.released_at):
        return False
    account.spread = tally(readings.values_list("rung", flat=True))
    account.effect_spread = tally(readings.values_list("effect_seen", flat=True))
    account.released_readings = sum(account.spread.values())
    account.released_at = timezone.now()
    account.save(update_fields=["spread", "effect_spread", "released_readings", "released_at"])
    return True


def release_effect_readings(effect: Effect) -> bool:
    """Show what members say about an effect anew if enough readings are new. Runs inside the caller's action."""
    readings = EffectReading.objects.filter(effect=effect)
    if not _enough(readings, effect.released_at):
        return False
    effect.spread = tally(readings.values_list("seen", flat=True))
    effect.released_readings = sum(effect.spread.values())
    effect.released_at = timezone.now()
    effect.save(update_fields=["spread", "released_readings", "released_at"])
    return True


def _enough(readings: QuerySet, released_at: datetime | None) -> bool:
    new = readings.filter(counted_at__gt=released_at).count() if released_at else 0
    return may_release(
        answers=readings.count(),
        new_answers=new,
        released_before=released_at is not None,
        fewest=FEWEST_READINGS_SHOWN,
        fewest_new=FEWEST_NEW_READINGS,
    )
