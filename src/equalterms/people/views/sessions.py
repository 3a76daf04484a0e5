"""Where I am signed in, and the passkeys with which I sign in."""

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from equalterms.design.tables import Table
from equalterms.people.actions import signing_in
from equalterms.people.forms.passkeys import AddPasskeyForm
from equalterms.people.forms.signing_in import PasskeyNameForm
from equalterms.people.guards import themself_only
from equalterms.people.queries import sessions as queries
from equalterms.people.views.me import trail


@themself_only
@require_GET
def sessions(request: HttpRequest) -> HttpResponse:
    here = request.signed_in_session
    others = [session for session in queries.sessions_of(request.person) if session.pk != here.pk]
    context = {
        "heading": _("Where you are signed in"),
        "lead": _("If you do not know one of these, end it."),
        "here": here,
        "others": others,
        "trail": trail(),
    }
    return render(request, "people/sessions.html", context)


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def end_session(request: HttpRequest, key: str) -> HttpResponse:
    session = queries.session_for(request.person, key)
    if session.pk == request.signed_in_session.pk:
        return redirect("account_logout")
    if request.method == "POST":
        signing_in.end_session(session=session, by=request.person)
        messages.success(request, _("That session has ended."))
        return redirect("people:sessions")
    return confirm(
        request,
        heading=_("Do you want to end the session on %(device)s?") % {"device": session.device},
        words=_("Whoever uses that browser will have to sign in again."),
        button_text=_("End this session"),
        cancel_url=reverse("people:sessions"),
    )


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        signing_in.end_other_sessions(but=request.signed_in_session, by=request.person)
        messages.success(request, _("You are signed in only here now."))
        return redirect("people:sessions")
    return confirm(
        request,
        heading=_("Do you want to end all your other sessions?"),
        words=_("You stay signed in here. Everywhere else you will have to sign in again."),
        button_text=_("End all other sessions"),
        cancel_url=reverse("people:sessions"),
    )


@themself_only
@require_GET
def passkeys(request: HttpRequest) -> HttpResponse:
    passkeys = queries.passkeys_of(request.person)
    context = {
        "heading": _("Your passkeys"),
        "lead": _("With a passkey you sign in by fingerprint, face or PIN, without waiting for an e-mail."),
        "passkeys": passkeys,
        "table": Table(
            _("Your passkeys"),
            [_("Name"), _("Added"), _("Last used"), _("Change")],
            [passkey_row(passkey) for passkey in passkeys],
            caption_hidden=True,
        ),
        "trail": trail(),
    }
    return render(request, "people/passkeys.html", context)


def passkey_row(passkey: Authenticator) -> tuple[str, ...]:
    name = passkey.wrap().name
    last = date_format(passkey.last_used_at, "j F Y") if passkey.last_used_at else _("Not yet")
    rename, remove = (reverse(f"people:{verb}_passkey", args=[passkey.pk]) for verb in ("rename", "remove"))
    links = format_html(
        '<ul class="et-links"><li>{}</li><li>{}</li></ul>',
        link_with_hidden_words(rename, _("Rename"), name),
        link_with_hidden_words(remove, _("Remove"), name),
    )
    return name, date_format(passkey.created_at, "j F Y"), last, links


def link_with_hidden_words(url: str, text: str, hidden: str) -> SafeString:
    """Return a link of which people who listen to the page hear to what it belongs."""
    return format_html(
        '<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden">: {}</span></a>', url, text, hidden
    )


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def add_passkey(request: HttpRequest) -> HttpResponse:
    """Ask the person's device for a passkey. Needs script, because only a script can talk to the device."""
    kept = {"name": _("My passkey")}
    form = AddPasskeyForm(request.POST or None, user=request.user, initial=kept)
    if request.method == "POST":
        if form.is_valid():
            signing_in.add_passkey(
                name=form.cleaned_data["name"][:60], credential=form.cleaned_data["credential"], by=request.person
            )
            messages.success(request, _("Your passkey is added. You can sign in with it from now on."))
            return redirect("people:passkeys")
        messages.error(request, _("The passkey was not added. Try again, or use another device."))
        return redirect("people:add_passkey")
    context = {
        "heading": _("Add a passkey"),
        "name_form": PasskeyNameForm(initial=kept),
        "options": auth.begin_registration(request.user, True),
        "trail": [*trail(), (_("Your passkeys"), reverse("people:passkeys"))],
        "cancel_url": reverse("people:passkeys"),
    }
    return render(request, "people/add_passkey.html", context)


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def rename_passkey(request: HttpRequest, number: int) -> HttpResponse:
    passkey = queries.passkey_for(request.person, number)
    form = PasskeyNameForm(request.POST or None, initial={"name": passkey.wrap().name})
    if request.method == "POST" and form.is_valid():
        signing_in.rename_passkey(passkey=passkey, name=form.cleaned_data["name"], by=request.person)
        messages.success(request, _("The passkey has its new name."))
        return redirect("people:passkeys")
    context = {
        "form": form,
        "heading": _("What should this passkey be called?"),
        "button_text": _("Save the name"),
        "trail": [*trail(), (_("Your passkeys"), reverse("people:passkeys"))],
        "cancel_url": reverse("people:passkeys"),
    }
    return render(request, "people/question.html", context)


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def remove_passkey(request: HttpRequest, number: int) -> HttpResponse:
    passkey = queries.passkey_for(request.person, number)
    if request.method == "POST":
        signing_in.remove_passkey(passkey=passkey, by=request.person)
        messages.success(request, _("The passkey is removed."))
        return redirect("people:passkeys")
    return confirm(
        request,
        heading=_("Do you want to remove the passkey “%(name)s”?") % {"name": passkey.wrap().name},
        words=_("You can no longer sign in with it. A code by e-mail still works."),
        button_text=_("Remove this passkey"),
        cancel_url=reverse("people:passkeys"),
    )


def confirm(
    request: HttpRequest, *, heading: str, words: str, button_text: str, cancel_url: str, form: object = None
) -> HttpResponse:
    """Ask before something that hurts, saying what it will do."""
    context = {
        "heading": heading,
        "words": words,
        "button_text": button_text,
        "cancel_url": cancel_url,
        "form": form,
    }
    return render(request, "people/confirm.html", context)
