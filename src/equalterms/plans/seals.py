"""What of a published account the ledger vouches for: a direct edit of any of it is found by `ledger verify`."""

from collections.abc import Iterable, Sequence
from typing import Any

from equalterms.ledger.seals import sealed_by
from equalterms.plans.models import AccountVersion, Effect


def _evidence_of(thing: AccountVersion | Effect) -> list[list[str]]:
    return [[e.key, e.title, e.url, e.digest] for e in sorted(thing.evidence.all(), key=lambda e: e.pk)]


def content_of_version(version: AccountVersion) -> dict[str, Any]:
    """Return the frozen content of a published version, as plain JSON values."""
    account = version.account
    return {
        "account": account.key,
        "organisation": account.organisation.slug,
        "change": account.change.key,
        "scale": account.scale,
        "number": version.number,
        "tense": version.tense,
        "on": version.on.isoformat(),
        "where": version.where,
        "group": version.group.key if version.group else "",
        "with_whom": version.with_whom,
        "way": version.way.slug if version.way else "",
        "rung": version.rung,
        "asked": version.asked,
        "changed": version.changed,
        "none_because": version.none_because,
        "corrects_because": version.corrects_because,
        "evidence": _evidence_of(version),
    }


def content_of_effect(effect: Effect) -> dict[str, Any]:
    """Return the frozen content of a claimed effect, as plain JSON values."""
    return {
        "account": effect.account.key,
        "words": effect.words,
        "seen_on": effect.seen_on.isoformat(),
        "evidence": _evidence_of(effect),
    }


def _published_versions() -> Iterable[str]:
    return AccountVersion.objects.filter(published_at__isnull=False).values_list("key", flat=True)


def _claimed_effects() -> Iterable[str]:
    return Effect.objects.values_list("key", flat=True)


@sealed_by("plans.accountversion", all_keys=_published_versions)
def read_versions(keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Read frozen versions again, for the ledger."""
    found = AccountVersion.objects.filter(key__in=keys, published_at__isnull=False)
    found = found.select_related("account__organisation", "account__change", "group", "way")
    return {version.key: content_of_version(version) for version in found.prefetch_related("evidence")}


@sealed_by("plans.effect", all_keys=_claimed_effects)
def read_effects(keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Read claimed effects again, for the ledger."""
    found = Effect.objects.filter(key__in=keys).select_related("account").prefetch_related("evidence")
    return {effect.key: content_of_effect(effect) for effect in found}
