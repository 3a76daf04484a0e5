"""One account: the claim on one side, the members on the other, and what stands between them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.design.dates import in_words
from equalterms.design.pictures.bars import Bar, BarPicture
from equalterms.design.visitors import same_for_all_visitors
from equalterms.plans.queries.cards import card_of
from equalterms.plans.queries.faces import AccountFace
from equalterms.plans.queries.record import account_for, earlier_versions
from equalterms.plans.queries.standing import standing_of
from equalterms.plans.views.disputes import steps_of_dispute
from equalterms.plans.views.record.exports import address_of
from equalterms.plans.vocabulary import EffectSeen, Scale, Stage, Tense


@require_safe
@same_for_all_visitors
def show_account(request: HttpRequest, key: str) -> HttpResponse:
    face = account_for(request.person, key)
    context = {
        "heading": face.change,
        "lead": _("Did co-production take place? Two accounts."),
        "card": card_of(face),
        "face": face,
        "claim_rows": _claim_rows(face),
        "effect_bars": _seen_bars(face.effect_spread, f"seen-{face.key}"),
        "effects": [(effect, _seen_bars(effect.spread, f"effect-{effect.key}")) for effect in face.effects],
        "disputes": [(dispute, steps_of_dispute(dispute)) for dispute in face.disputes],
        "mine": standing_of(request.person, key),
        "address": address_of(face),
        "trail": _trail(face),
    }
    return render(request, "plans/record/account.html", context)


@require_safe
@same_for_all_visitors
def show_versions(request: HttpRequest, key: str) -> HttpResponse:
    face = account_for(request.person, key)
    context = {
        "heading": _("How this account was corrected"),
        "face": face,
        "versions": earlier_versions(request.person, key),
        "trail": [*_trail(face)[:-1], (face.change, reverse("plans:account", args=[key])), (_("Versions"), "")],
    }
    return render(request, "plans/record/versions.html", context)


def _trail(face: AccountFace) -> list[tuple[str, str]]:
    return [
        (_("Home"), "/"),
        (_("The public record"), reverse("plans:record")),
        (face.plan, reverse("plans:plan", args=[face.plan_key])),
        (face.change, reverse("plans:change", args=[face.change_key])),
        (_("Account"), ""),
    ]


def _claim_rows(face: AccountFace) -> list[tuple[str, Any]]:
    if face.tense == Tense.NONE_YET:
        return [
            (_("To be arranged by"), in_words(face.on, weekday=True)),
            (_("Why there is none yet"), face.none_because),
        ]
    has = face.tense == Tense.HAS
    rows: list[tuple[str, Any]] = [
        (_("When") if has else _("Promised for"), in_words(face.on, weekday=True)),
        (_("Where"), face.where),
        (_("With whom"), _with_whom(face)),
        (_("In which way"), face.way),
        (_("What people were asked") if has else _("What people will be asked"), face.asked),
    ]
    if not face.claim_hidden:
        rows += [
            (_("What changed because of it"), face.changed),
            (_("Rung claimed"), f"{face.rung}. {face.rung_words}"),
        ]
    rows += [(_("Stage of the change"), Stage(face.stage).label), (_("Measured on"), Scale(face.scale).label)]
    return [row for row in rows if row[1]]


def _with_whom(face: AccountFace) -> str:
    if not face.group:
        return face.with_whom
    link = format_html(
        '<a class="govuk-link" href="{}">{}</a>', reverse("groups:group", args=[face.group_key]), face.group
    )
    return format_html("{}. {}", link, face.with_whom) if face.with_whom else link


def _seen_bars(spread: dict[str, int] | None, key: str) -> BarPicture | None:
    if not spread:
        return None
    return BarPicture(
        title=_("Did members see the effect?"),
        counted=_("Members"),
        bars=[Bar(str(EffectSeen(answer).label), spread.get(answer, 0)) for answer in EffectSeen.values],
        key=key,
    )
