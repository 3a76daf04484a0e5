"""The facts of an account that a member needs to remember it by: never the claimed rung, nor what came of it."""

from typing import Any

from django.utils.translation import gettext as _

from equalterms.design.dates import in_words
from equalterms.plans.queries.faces import AccountFace


def facts_of(face: AccountFace) -> list[tuple[str, Any]]:
    rows = [
        (_("The change"), f"{face.change}. {face.change_what}"),
        (_("When"), in_words(face.on, weekday=True)),
        (_("Where"), face.where),
        (_("With whom"), ". ".join(part for part in (face.group, face.with_whom) if part)),
        (_("In which way"), face.way),
        (_("What people were asked"), face.asked),
    ]
    return [row for row in rows if row[1]]
