"""The main walk, through the pages: a manager records and publishes, a member reads and disagrees, it is settled."""

from typing import Any

from tests.factories import GroupFactory
from tests.plans.conftest import Place, days_ago

from equalterms.plans.models import Account, Assessment, Change, ClaimDraft, Dispute, Plan


def day(name: str, when: Any) -> dict[str, str]:
    return {f"{name}_day": str(when.day), f"{name}_month": str(when.month), f"{name}_year": str(when.year)}


def follow(client: Any, url: str, data: dict[str, Any]) -> str:
    """Send a form that must succeed, and return where it leads."""
    response = client.post(url, data)
    assert response.status_code == 302, response.content.decode()
    return response.headers["Location"]


def write_account(client: Any, change: Change, place: Place) -> str:
    """Answer every question; return the address of the evidence page."""
    url = follow(client, f"/changes/{change.key}/account/", {"tense": "has"})
    assert url.endswith("/when/")
    url = follow(client, url, {**day("on", days_ago(10)), "where": "Town hall"})
    assert url.endswith("/who/")
    url = follow(client, url, {"who": place.panel.key})
    assert url.endswith("/way/")
    url = follow(client, url, {"way": place.way.slug})
    assert url.endswith("/rung/")
    url = follow(client, url, {"rung": "6"})
    assert url.endswith("/words/")
    return follow(client, url, {"asked": "How should letters read?", "changed": "One page instead of four."})


def test_a_manager_starts_a_plan_adds_a_change_and_publishes_both(place: Place, as_person: Any) -> None:
    client = as_person(place.manager)
    assert client.get("/plans/new/").status_code == 200
    facts = {"title": "Adult care", "summary": "All of it.", "limits": "", "answers_to": [place.panel.key]}
    dates = {**day("starts_on", days_ago(1)), **day("ends_on", days_ago(-300))}
    url = follow(client, "/plans/new/", {**facts, **dates})
    plan = Plan.objects.get(title="Adult care")
    assert url == f"/plans/{plan.key}/manage/"
    assert client.get(url).status_code == 200
    assert client.get(f"/plans/{plan.key}/publish/").status_code == 200
    follow(client, f"/plans/{plan.key}/publish/", {})
    change_facts = {
        "title": "Letters",
        "what": "Plain words.",
        "for_whom": "All",
        "stage": "design",
        "status": "planned",
    }
    url = follow(client, f"/plans/{plan.key}/changes/new/", {**change_facts, **day("starts_on", days_ago(1))})
    change = Change.objects.get(title="Letters")
    assert url == f"/changes/{change.key}/account/"
    page = client.get(f"/changes/{change.key}/publish/").content.decode()
    assert "The account is missing" in page
    assert url in page
    evidence_url = write_account(client, change, place)
    assert evidence_url.endswith("/evidence/")
    assert client.get(evidence_url).status_code == 200
    draft = ClaimDraft.objects.get()
    check = client.get(f"/accounts/drafts/{draft.key}/").content.decode()
    assert "One page instead of four." in check
    assert "Publish the plan" not in check
    assert client.get(f"/changes/{change.key}/publish/").status_code == 200
    follow(client, f"/changes/{change.key}/publish/", {})
    assert Account.objects.get().published_at is not None
    assert not ClaimDraft.objects.exists()


def test_a_member_reads_disagrees_gets_an_answer_and_settles(place: Place, as_person: Any) -> None:
    account = place.account()
    member, manager = as_person(place.members[0]), as_person(place.manager)
    base = f"/record/accounts/{account.key}/your-reading/"
    page = member.get(base).content.decode()
    assert "Letters became shorter." not in page
    assert follow(member, f"{base}rung/", {"rung": "4"}) == f"{base}effect/"
    page = member.get(f"{base}effect/").content.decode()
    assert "Letters became shorter." in page
    assert "Consultation" in page
    assert follow(member, f"{base}effect/", {"effect_seen": "no"}) == f"{base}words/"
    assert member.get(f"{base}words/").status_code == 200
    given = {"words": "We were asked once.", "shown_as": "words"}
    assert follow(member, f"{base}words/", given) == f"{base}check/"
    assert not Assessment.objects.exists()
    assert "We were asked once." in member.get(f"{base}check/").content.decode()
    assert follow(member, f"{base}check/", {}) == base
    reading = Assessment.objects.get()
    assert (reading.rung, reading.effect_seen, reading.words) == (4, "no", "We were asked once.")
    page = member.get(base).content.decode()
    assert "The managers’ claim" in page
    assert "Your reading" in page

    url = f"/record/accounts/{account.key}/disagree/"
    assert member.get(url).status_code == 200
    yours = follow(member, url, {"because": "Nobody asked us.", "shown_as": "words"})
    dispute = Dispute.objects.get()
    assert yours == f"/record/disagreements/{dispute.key}/"
    assert member.get(yours).status_code == 200
    assert manager.get(f"{yours}answer/").status_code == 200
    follow(manager, f"{yours}answer/", {"words": "We will ask in May."})
    assert "Does the answer settle it?" in member.get(yours).content.decode()
    assert member.get(f"{yours}not-settled/").status_code == 200
    follow(member, f"{yours}not-settled/", {"words": "May is late."})
    follow(manager, f"{yours}answer/", {"words": "We will ask now."})
    assert member.get(f"{yours}settled/").status_code == 200
    follow(member, f"{yours}settled/", {"words": ""})
    dispute.refresh_from_db()
    assert dispute.state == "settled"
    assert member.get(yours).status_code == 200
    assert member.get("/me/readings/").status_code == 200


def test_none_yet_needs_a_reason_and_a_day_that_has_not_passed(place: Place, as_person: Any) -> None:
    client, change = as_person(place.manager), place.draft_change()
    url = follow(client, f"/changes/{change.key}/account/", {"tense": "none_yet"})
    assert url.endswith("/none-yet/")
    response = client.post(url, {"none_because": "", **day("on", days_ago(2))})
    assert response.status_code == 200
    assert "There is something to put right" in response.content.decode()
    url = follow(client, url, {"none_because": "We look for a room.", **day("on", days_ago(-20))})
    draft = ClaimDraft.objects.get()
    assert url == f"/accounts/drafts/{draft.key}/"
    assert draft.is_complete


def test_a_promise_whose_day_has_passed_is_completed_as_its_next_version(place: Place, as_person: Any) -> None:
    account = place.promise()
    Account.objects.filter(pk=account.pk).update(on=days_ago(3))
    client = as_person(place.manager)
    assert client.get(f"/record/accounts/{account.key}/new-version/").status_code == 200
    url = follow(client, f"/record/accounts/{account.key}/new-version/", {})
    assert url.endswith("/taken-place/")
    url = follow(client, url, {"tense": "has"})
    url = follow(client, url, {**day("on", days_ago(3)), "where": "Town hall"})
    url = follow(client, url, {"who": place.panel.key})
    url = follow(client, url, {"way": place.way.slug})
    url = follow(client, url, {"rung": "5"})
    url = follow(client, url, {"asked": "How?", "changed": "We start later in the day."})
    assert url.endswith("/why/")
    url = follow(client, url, {"corrects_because": "It has taken place."})
    assert client.get(url).status_code == 200
    url = follow(client, f"/accounts/drafts/{ClaimDraft.objects.get().key}/", {})
    account.refresh_from_db()
    assert url == f"/record/accounts/{account.key}/"
    assert (account.tense, account.current.number, account.current.corrects_because) == (
        "has",
        2,
        "It has taken place.",
    )
    assert account.asked_count == 7


def test_what_was_answered_is_kept_when_the_manager_leaves_in_between(place: Place, as_person: Any) -> None:
    client, change = as_person(place.manager), place.draft_change()
    url = follow(client, f"/changes/{change.key}/account/", {"tense": "has"})
    follow(client, url, {**day("on", days_ago(10)), "where": "Library"})
    later = as_person(place.manager)
    draft = ClaimDraft.objects.get()
    page = later.get(f"/accounts/drafts/{draft.key}/").content.decode()
    assert "Library" in page
    assert "Some answers are missing" in page
    again = follow(later, f"/changes/{change.key}/account/", {"tense": "has"})
    assert again == f"/accounts/drafts/{draft.key}/who/"
    assert ClaimDraft.objects.count() == 1


def test_another_group_and_people_are_asked_for_on_pages_of_their_own(place: Place, as_person: Any) -> None:
    client, change = as_person(place.manager), place.draft_change()
    network = GroupFactory(name="Carers network")
    follow(client, f"/changes/{change.key}/account/", {"tense": "has"})
    base = f"/accounts/drafts/{ClaimDraft.objects.get().key}/"
    assert follow(client, f"{base}who/", {"who": "another-group"}) == f"{base}which-group/"
    assert "Carers network" in client.get(f"{base}which-group/").content.decode()
    follow(client, f"{base}which-group/", {"group": network.key})
    assert ClaimDraft.objects.get().answers["group"] == network.key
    assert follow(client, f"{base}who/", {"who": "people"}) == f"{base}which-people/"
    follow(client, f"{base}which-people/", {"with_whom": "12 carers"})
    answers = ClaimDraft.objects.get().answers
    assert (answers["group"], answers["with_whom"]) == ("", "12 carers")


def test_another_ladder_takes_back_the_rung_of_the_first(place: Place, as_person: Any) -> None:
    client, change = as_person(place.manager), place.draft_change()
    write_account(client, change, place)
    draft = ClaimDraft.objects.get()
    base = f"/accounts/drafts/{draft.key}/"
    assert follow(client, f"{base}ladder/", {"scale": "arnstein"}) == f"{base}rung/"
    draft.refresh_from_db()
    assert not draft.is_complete
    follow(client, f"{base}rung/", {"rung": "8"})
    draft.refresh_from_db()
    assert draft.is_complete
    assert (draft.version.account.scale, draft.version.rung) == ("arnstein", 8)


def test_a_manager_adds_a_way_to_the_list(place: Place, as_person: Any) -> None:
    client, change = as_person(place.manager), place.draft_change()
    follow(client, f"/changes/{change.key}/account/", {"tense": "has"})
    base = f"/accounts/drafts/{ClaimDraft.objects.get().key}/"
    assert client.get(f"{base}ways/new/").status_code == 200
    url = follow(client, f"{base}ways/new/", {"name": "Walk through the building"})
    assert url == f"{base}way/"
    assert "Walk through the building" in client.get(url).content.decode()


def test_an_effect_is_claimed_and_read(place: Place, as_person: Any) -> None:
    account = place.account()
    manager, member = as_person(place.manager), as_person(place.members[0])
    url = f"/record/accounts/{account.key}/effects/new/"
    assert manager.get(url).status_code == 200
    assert "There is something" in manager.post(url, {"words": "Fewer calls."}).content.decode()
    follow(manager, url, {"words": "Fewer calls.", **day("seen_on", days_ago(1)), "title": "", "url": ""})
    effect = account.effects.get()
    url = f"/record/effects/{effect.key}/your-reading/"
    assert member.get(url).headers["Location"] == f"/record/accounts/{account.key}/your-reading/"
    follow(member, f"/record/accounts/{account.key}/your-reading/rather-not/", {})
    assert "Fewer calls." in member.get(url).content.decode()
    follow(member, url, {"seen": "partly", "words": "At home, yes.", "shown_as": "counted"})
    assert effect.readings.get().seen == "partly"


def test_responsibility_is_shared_and_handed_over(place: Place, as_person: Any) -> None:
    first, second = as_person(place.manager), as_person(place.other_manager)
    base = f"/plans/{place.plan.key}/"
    assert "only one responsible" in first.get(f"{base}hand-over/").content.decode()
    assert second.get(f"{base}manage/").status_code == 404
    assert first.get(f"{base}responsible/").status_code == 200
    follow(first, f"{base}responsible/", {"person": place.other_manager.key})
    assert second.get(f"{base}manage/").status_code == 200
    assert first.get(f"{base}hand-over/").status_code == 200
    follow(first, f"{base}hand-over/", {})
    assert first.get(f"{base}manage/").status_code == 404


def test_a_plan_ends_with_a_reason_and_stays(place: Place, as_person: Any) -> None:
    client = as_person(place.manager)
    url = f"/plans/{place.plan.key}/end/"
    assert client.get(url).status_code == 200
    follow(client, url, {"because": "The two years are over."})
    assert client.get(f"/plans/{place.plan.key}/manage/").status_code == 200
    assert client.get(f"/plans/{place.plan.key}/edit/").status_code == 403
    assert client.get("/plans/mine/").status_code == 200
