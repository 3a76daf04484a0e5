"""What may happen to a running site: the same post many times at once, and a power cut in the middle of writes."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.live_site import LiveSite
from tests.reliability.web import Visitor

pytestmark = pytest.mark.slow
AT_ONCE = 50
WRITES = 200
WRITERS = 4
Start = Callable[[], LiveSite]


def ask(site: LiveSite, question: str) -> str:
    """Return what a line of Python says inside the site."""
    imports = "from equalterms.plans.models import *; from equalterms.groups.models import *; "
    imports += "from equalterms.people.models import *; "
    return site.command("django", "shell", "--verbosity", "0", "-c", f"{imports}print({question})").strip()


def verify_ledger(site: LiveSite) -> None:
    site.command("equalterms.site.cli", "ledger", "verify")  # raises when it finds anything


def test_fifty_identical_posts_at_once_make_one_assessment(live: Start) -> None:
    site = live()
    waiting = "Asked.objects.filter(person__try_as='member', declined_at=None, account__tense='has')"
    given = "Assessment.objects.filter(person__try_as='member').values('account')"
    key = ask(site, f"{waiting}.exclude(account__in={given}).first().account.key")
    own = f"Assessment.objects.filter(account__key='{key}', person__try_as='member').count()"
    events = f"__import__('equalterms.ledger.models').ledger.models.Event.objects.filter(thing='{key}').count()"
    before = int(ask(site, events))
    member = Visitor(site.url).try_as("member")
    at = f"/record/accounts/{key}/your-reading"
    member.post(f"{at}/rung/", {"rung": "3"})
    member.post(f"{at}/effect/", {"effect_seen": "no"})
    member.post(f"{at}/words/", {"words": "We were told.", "shown_as": "counted"})
    token = member.token(f"{at}/check/")
    assert ask(site, own) == "0"
    barrier = threading.Barrier(AT_ONCE)

    def send(visitor: Visitor) -> int:
        barrier.wait()
        return visitor.post(f"{at}/check/", {}, token=token).status

    with ThreadPoolExecutor(AT_ONCE) as pool:
        statuses = list(pool.map(send, [member.another() for _ in range(AT_ONCE)]))
    assert set(statuses) <= {200, 302}, statuses
    assert ask(site, own) == "1"
    assert int(ask(site, events)) - before <= 1
    verify_ledger(site)


def test_a_power_cut_during_writes_loses_nothing_that_was_acknowledged(live: Start) -> None:
    site = live()
    group = ask(
        site, "Membership.objects.filter(person__try_as='chair', role='co_chair', until=None).first().group.key"
    )
    path = f"/groups/{group}/questions/new/"
    chair = Visitor(site.url).try_as("chair")
    token = chair.token(path)
    acknowledged: list[str] = []
    begun = threading.Event()

    def write(number: int) -> None:
        words = f"Power cut question {number:03d}?"
        try:
            if chair.another().post(path, {"text": words}, token=token).status == 302:
                acknowledged.append(words)
        except OSError:
            pass  # the power was cut before the answer came
        if len(acknowledged) >= WRITES // 4:
            begun.set()

    with ThreadPoolExecutor(WRITERS) as pool:
        for number in range(WRITES):
            pool.submit(write, number)
        assert begun.wait(120), "the writes did not begin"
        time.sleep(0.05)
        site.kill()
    assert WRITES // 4 <= len(acknowledged) < WRITES, "the power was cut before or after the writes, not during them"
    again = live()
    kept = "list(OpenQuestion.objects.filter(text__startswith='Power cut').values_list('text', flat=True))"
    found = eval(ask(again, kept))
    lost = set(acknowledged) - set(found)
    assert not lost, f"{len(lost)} of {len(acknowledged)} acknowledged writes are lost"
    assert len(found) == len(set(found)), "something was written twice"
    assert len(found) <= len(acknowledged) + WRITERS
    verify_ledger(again)


def test_a_server_that_is_stopped_finishes_what_it_has_begun(live: Start) -> None:
    site = live()
    visitor = Visitor(site.url)
    assert visitor.get("/record/").status == 200
    began = time.monotonic()
    site.stop()
    assert time.monotonic() - began < 10
    assert live().url
