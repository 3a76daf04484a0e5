"""How the sign-in library behaves here: no passwords, plain words, mail in the background, nothing said twice."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from equalterms.people.actions.mailing import write_mail
from equalterms.people.models import Person

WRONG_CODE = gettext_lazy("That is not the code we sent. Look at the newest e-mail from us and type its code again.")
TOO_OFTEN = gettext_lazy("That was too often. Wait a few minutes, then try again.")
MAILS = {
    "account/email/login_code": "people/mail/sign_in_code.txt",
    "account/email/unknown_account": "people/mail/unknown_address.txt",
}


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by e-mail code. People sign up in our own views, so the library's own door stays shut."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": gettext_lazy("That code was wrong three times. Ask for a new one."),
        "rate_limited": TOO_OFTEN,
    }

    def get_login_stages(self) -> list[str]:
        """A passkey stands beside the code, not behind it: whoever loses their device still gets in."""
        return ["allauth.account.stages.LoginByCodeStage"]

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the message in the background: an address we know and one we do not take the same time."""
        template = MAILS.get(template_prefix)
        if template is None:
            raise NotImplementedError(template_prefix)
        write_mail(
            template,
            email,
            code=context.get("code", ""),
            minutes=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60,
            sign_up_link=settings.SITE_URL + reverse("account_signup") if settings.SIGN_UP_OPEN else "",
        )

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Pass on what somebody must know; drop the library's small talk."""
        if message:
            messages.add_message(request, level, message, extra_tags=extra_tags)


class PasskeyAdapter(DefaultMFAAdapter):
    """Words for passkeys."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy("The passkey did not work. Try again, or sign in with a code by e-mail."),
    }

    def is_mfa_enabled(self, user: Any, types: Any = None) -> bool:
        """A passkey is a way in of its own, never a second lock."""
        return False

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        return _("My passkey")

    def get_public_key_credential_user_entity(self, user: Person) -> dict[str, Any]:
        return {**super().get_public_key_credential_user_entity(user), "display_name": user.name}
