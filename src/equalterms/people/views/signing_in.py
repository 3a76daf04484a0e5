"""Signing in by e-mail code or passkey, and signing out.

These views are classes because they are the sign-in library's; only what people see is ours.
"""

from typing import Any

from allauth.account.internal.stagekit import clear_login
from allauth.account.stages import LoginStage
from allauth.account.views import AccountInactiveView, ConfirmLoginCodeView, LoginView, LogoutView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from equalterms.people.invited import invitation_waiting


class SignIn(LoginView):
    """Asks for an e-mail address and sends a code to it; offers passkeys where the browser has them."""

    template_name = "people/sign_in.html"
    http_method_names = ("get", "head", "post", "options")

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: LoginStage) -> None:
        """Let somebody who comes back begin again, for example because they mistyped their address."""
        clear_login(request)

    def get_initial(self) -> dict[str, Any]:
        invitation = invitation_waiting(self.request)
        return {**super().get_initial(), **({"login": invitation.email} if invitation else {})}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            heading=_("Sign in"),
            lead=_("We send you a code by e-mail. You need no password."),
            button_text=_("Send me a code"),
            sign_up_open=settings.SIGN_UP_OPEN or invitation_waiting(self.request) is not None,
            next_url=self.get_next_url() or "",
            **kwargs,
        )


class SignInCode(ConfirmLoginCodeView):
    """Asks for the code. Three wrong ones, or a quarter of an hour, and a new one is needed."""

    template_name = "people/sign_in_code.html"
    http_method_names = ("get", "head", "post", "options")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().dispatch(request, *args, **kwargs)
        if isinstance(response, HttpResponseRedirect) and response.url == reverse("account_login"):
            if getattr(self, "_process", None) is None:
                messages.error(request, _("That code has run out. Ask for a new one."))
            next_url = self.get_next_url()
            if next_url:
                return HttpResponseRedirect(f"{response.url}?{urlencode({'next': next_url})}")
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context.update(
            heading=_("Enter your code"),
            button_text=_("Sign in"),
            next_url=self.get_next_url() or "",
            minutes=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60,
            begin_again_url=reverse("account_login"),
        )
        return context


class SignInWithPasskey(LoginWebAuthnView):
    """Answers a browser's passkey: GET gives it the question, POST takes its answer."""

    http_method_names = ("get", "head", "post", "options")


class SignOut(LogoutView):
    """Asks before signing out when somebody only follows a link; a press of the button signs out at once."""

    template_name = "people/sign_out.html"
    http_method_names = ("get", "head", "post", "options")

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().post(*args, **kwargs)
        response.headers["Clear-Site-Data"] = '"cache"'  # the next person at this computer cannot go back to it
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            heading=_("Do you want to sign out?"),
            button_text=_("Sign out"),
            cancel_url=reverse("people:me"),
            **kwargs,
        )


class SignInClosed(AccountInactiveView):
    """Says that this person can no longer sign in."""

    template_name = "people/sign_in_closed.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(heading=_("You cannot sign in at the moment"), **kwargs)
