"""What of a person's own words may stand in the ledger, which everybody can read and nobody can clear."""

from equalterms.groups.models import Group
from equalterms.groups.vocabulary import Visibility


def public_reason(group: Group, words: str) -> str:
    """Return a reason for the ledger: the words where the group is public, nothing where it is not."""
    return words if group.visibility == Visibility.PUBLIC else ""
