"""Text messages and letters through GOV.UK Notify, and only where the owner of the site has set it up.

Its templates hold one or two places to fill: ((message)) in the text, ((heading)) and ((message)) in the letter
(docs.notifications.service.gov.uk/python.html). Without settings nothing here is made and nothing is asked.
"""

import logging
from typing import Any

from django.conf import settings
from notifications_python_client.errors import HTTPError
from notifications_python_client.notifications import NotificationsAPIClient

from equalterms.notices.composing import said_by, said_in_a_text
from equalterms.notices.delivery.carriers import Carrier, NotTaken
from equalterms.notices.models import Message, Notice
from equalterms.notices.queries.reaching import Reach
from equalterms.notices.vocabulary import MessageWay, Trouble

TIMEOUT = 20  # seconds
MOST_LINES = 7  # of a letter's address; the last one is the postcode or the country

# Its client writes what Notify says into the log, and that can hold somebody's number.
logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL)


def notify_carriers() -> list[Carrier]:
    """Return the carriers that the settings allow: none, texts, letters, or both."""
    if not settings.GOVUK_NOTIFY:
        return []
    return [NotifyCarrier(settings.GOVUK_NOTIFY)]


class NotifyCarrier:
    """Hands messages to GOV.UK Notify under their own key, so that one sent twice can be told there."""

    def __init__(self, config: dict[str, str]) -> None:
        self.config = config
        self.client = NotificationsAPIClient(config["api_key"], base_url=config["url"], timeout=TIMEOUT)
        by_way = {MessageWay.TEXT: "text_template", MessageWay.LETTER: "letter_template"}
        self.ways = tuple(way for way, template in by_way.items() if config[template])

    def carry(self, message: Message, notices: list[Notice], reach: Reach) -> str:
        try:
            answer = self._send(message, notices, reach)
        except HTTPError as problem:
            raise not_taken(problem) from problem
        return str((answer or {}).get("id", ""))

    def _send(self, message: Message, notices: list[Notice], reach: Reach) -> Any:
        if message.way == MessageWay.TEXT:
            return self.client.send_sms_notification(
                phone_number=reach.address,
                template_id=self.config["text_template"],
                personalisation={"message": said_in_a_text(message, notices)},
                reference=message.key,
            )
        said = said_by(message, notices, reach, sealed=True)
        return self.client.send_letter_notification(
            template_id=self.config["letter_template"],
            personalisation={"heading": said.subject, "message": said.text, **address_lines(message, reach)},
            reference=message.key,
        )

    def close(self) -> None:
        self.client.request_session.close()


def address_lines(message: Message, reach: Reach) -> dict[str, str]:
    """Return name and postal address in the lines that Notify asks for."""
    lines = [line.strip(" ,") for line in reach.address.splitlines() if line.strip(" ,")]
    if not lines or lines[0].casefold() != message.to.name.casefold():
        lines = [message.to.name, *lines]
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 2], ", ".join(lines[MOST_LINES - 2 : -1]), lines[-1]]
    return {f"address_line_{number}": line for number, line in enumerate(lines, 1)}


def not_taken(problem: HTTPError) -> NotTaken:
    """Say in our words what an answer of Notify means (its table of errors): whose is it, and will it pass?"""
    status = problem.status_code
    if status in (401, 403, 404) or (status == 400 and "template" in str(problem.message).lower()):
        return NotTaken(Trouble.NOTIFY_SETTINGS, away=True)
    if status == 400:
        return NotTaken(Trouble.NOTIFY_REFUSED, final=True)
    return NotTaken(Trouble.NOTIFY_AWAY, away=True)  # 429, 5xx, or no answer at all
