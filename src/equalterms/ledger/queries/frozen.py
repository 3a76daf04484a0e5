"""What the ledger vouches for of its own: the heads given to the public."""

from collections.abc import Iterable, Sequence

from equalterms.ledger.models import PublishedHead
from equalterms.ledger.seals import sealed_by


def _all_published() -> Iterable[str]:
    return PublishedHead.objects.values_list("key", flat=True).iterator(chunk_size=2000)


@sealed_by("ledger.publishedhead", all_keys=_all_published)
def published_heads_now(keys: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return what each published head holds now."""
    rows = PublishedHead.objects.filter(key__in=keys)
    return {row.key: row.frozen_content() for row in rows}
