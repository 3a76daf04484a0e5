"""Who may ask the API: everybody; it reads the public record, and for its callers drafts do not exist."""

from typing import Any

from tests.matrix.access import EVERYONE, Access
from tests.matrix.plans import draft_plan, plan, public_account

from equalterms.plans.models import AccountVersion

MANAGER = {"manager"}


def draft_account() -> dict[str, Any]:
    """An account that was never public."""
    never = AccountVersion.objects.filter(published_at__isnull=True, account__published_at__isnull=True)
    return {"key": never.earliest("pk").account.key}


ROUTES = {
    "api:api-root": Access(),  # the library answers "not found" here; /api/ says in words how to ask
    "api:openapi-json": Access(get=EVERYONE, post=EVERYONE),  # it says the same whatever the method
    "api:accounts": Access(get=EVERYONE),
    "api:account": [
        Access("a public account", given=public_account, get=EVERYONE),
        Access("a draft", given=draft_account, private=True),
    ],
    "api:plans": Access(get=EVERYONE),
    "api:plan": [
        Access("a public plan", given=plan, get=EVERYONE),
        Access("a draft", given=draft_plan, get=MANAGER, private=True),
    ],
}
