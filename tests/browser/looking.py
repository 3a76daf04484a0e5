"""Opening pages in the browser and writing down everything that is wrong with them."""

import asyncio
import json
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from typing import Any, TextIO
from urllib.parse import urlsplit

from playwright.async_api import Browser, BrowserContext, Page, Route, async_playwright
from playwright.async_api import Error as BrowserError
from tests.browser.chromium import axe_source, launch_options, own_checks
from tests.browser.conditions import AFTER_CLICKS, AFTER_ERRORS, NARROW, Condition

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_EXTRA = {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}
WITHOUT_COLOURS = {**AXE_EXTRA, "color-contrast": {"enabled": False}, "color-contrast-enhanced": {"enabled": False}}
RUN_AXE = """async ([tags, extra]) => {
  const result = await window.axe.run(document, {
    runOnly: { type: 'tag', values: tags }, rules: extra, resultTypes: ['violations'] })
  return result.violations.flatMap(rule => rule.nodes.map(node => ({
    rule: rule.id, element: node.target.join(' '), words: node.failureSummary || rule.help })))
}"""
MEDIA = {
    "color_scheme": "light",
    "forced_colors": "none",
    "reduced_motion": "no-preference",
    "contrast": "no-preference",
}
SETTLE = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  for (const moving of document.getAnimations()) moving.finish()
}"""
# Forms of the page's own content with something to fill in; the frame's (sign out, search) are on every page.
# A passkey's form asks the device, which is not there, so it is left alone.
FORMS = (
    "[...document.querySelectorAll('main form[method=post]:not([data-passkey-add], [data-passkey-sign-in])')].filter("
    "f => f.querySelector('input:not([type=hidden]), select, textarea'))"
)
COUNT_FORMS = f"() => {FORMS}.length"
SEND_EMPTY = f"""number => {{
  const form = {FORMS}[number]
  form.noValidate = true
  for (const field of form.elements) {{
    if (/^(text|email|tel|url|number|search|date|textarea)$/.test(field.type)) field.value = ''
    if (/^(radio|checkbox)$/.test(field.type)) field.checked = false
  }}
  form.querySelector('button:not([type=button]), input[type=submit]').click()
}}"""
OPEN_EVERYTHING = """() => {
  const closed = [...document.querySelectorAll('details:not([open]) > summary, main button[type=button]')]
  for (const one of closed) one.click()
  return closed.length
}"""
HEAVIEST = 150_000  # bytes, compressed, with everything that the page loads
PAGES_AT_ONCE = 3
PAGE_TIMEOUT = 20_000  # ms


@dataclass(frozen=True)
class Visit:
    """One page to look at: its route, its address, and as whom."""

    route: str
    url: str
    persona: str


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: where, seen by whom and how, which rule, which element."""

    url: str
    persona: str
    condition: str
    rule: str
    element: str
    words: str

    def __str__(self) -> str:
        return f"{self.url} ({self.persona}, {self.condition}): {self.rule}: {self.element}: {self.words}"


@dataclass
class Report:
    """What was seen: findings by kind, the HTML of each page, and how heavy each page was."""

    axe: list[Finding] = field(default_factory=list)
    layout: list[Finding] = field(default_factory=list)
    focus: list[Finding] = field(default_factory=list)
    document: list[Finding] = field(default_factory=list)
    quiet: list[Finding] = field(default_factory=list)  # console, network, third parties
    weights: dict[str, int] = field(default_factory=dict)
    html: dict[tuple[str, str], str] = field(default_factory=dict)
    visited: int = 0

    def all(self) -> list[Finding]:
        return [*self.axe, *self.layout, *self.focus, *self.document, *self.quiet]


class Looker:
    """One browser, one window for each persona, a few pages at a time."""

    def __init__(self, site_url: str, browser: Browser, told: TextIO | None = None) -> None:
        self.told = told
        self.site_url = site_url
        self.browser = browser
        self.contexts: dict[tuple[str, bool], BrowserContext] = {}
        self.opening = asyncio.Lock()
        self.report = Report()

    async def context(self, persona: str, *, script: bool) -> BrowserContext:
        async with self.opening:
            if (persona, script) not in self.contexts:
                self.contexts[persona, script] = await self._new_context(persona, script=script)
            return self.contexts[persona, script]

    async def _new_context(self, persona: str, *, script: bool) -> BrowserContext:
        context = await self.browser.new_context(base_url=self.site_url)
        context.set_default_timeout(PAGE_TIMEOUT)
        if persona != "anonymous":
            page = await context.new_page()
            await page.goto("/try-as/")
            async with page.expect_navigation():
                await page.locator(f'form[action$="/try-as/{persona}/"] button').click()
            await page.close()
        if not script:
            # Blocked rather than switched off: axe runs in the page and needs JavaScript.
            await context.route("**/*.js", block_script)
        return context

    async def look(self, visit: Visit, conditions: Sequence[Condition], *, html: bool = False) -> None:
        """Open a page once with script and once without, as the conditions ask, and check it in each of them."""
        for script in (True, False):
            chosen = [condition for condition in conditions if condition.script is script]
            if not chosen:
                continue
            context = await self.context(visit.persona, script=script)
            page = await context.new_page()
            noises = listen(page, self.site_url)
            try:
                await self._look_at(page, visit, chosen, html=html and script)
            except BrowserError as error:
                self._note("quiet", visit, chosen[0], [{"rule": "broke", "element": "page", "words": str(error)[:300]}])
            self._note("quiet", visit, chosen[0], noises if script else [n for n in noises if not blocked(n)])
            await page.close()

    async def _look_at(self, page: Page, visit: Visit, conditions: Sequence[Condition], *, html: bool) -> None:
        first = conditions[0]
        await page.set_viewport_size({"width": first.width, "height": first.height})
        response = await page.goto(visit.url, wait_until="load")
        if response is None or response.status != 200:
            status = response.status if response else "nothing"
            self._note("quiet", visit, first, [{"rule": "not-200", "element": "page", "words": str(status)}])
            return
        if "text/html" not in response.headers.get("content-type", ""):
            return
        if html:
            self.report.html[visit.persona, visit.url] = await response.text()
        await self._arm(page)
        for condition in conditions:
            await self._check(page, visit, condition)
        self._note("document", visit, first, await page.evaluate("ownChecks.document()"))
        await self._weigh(page, visit)
        self.report.visited += 1

    async def _check(self, page: Page, visit: Visit, condition: Condition) -> None:
        await page.set_viewport_size({"width": condition.width, "height": condition.height})
        await page.emulate_media(**{**MEDIA, **condition.media})
        await page.evaluate(SETTLE)
        for kind, found in await self.check_as_it_stands(page, colours=condition.colours):
            self._note(kind, visit, condition, found)

    async def check_as_it_stands(self, page: Page, *, colours: bool = True) -> list[tuple[str, list[dict[str, str]]]]:
        """Run axe, the layout checks and the focus checks on what the page shows now."""
        axe = await page.evaluate(RUN_AXE, [AXE_TAGS, AXE_EXTRA if colours else WITHOUT_COLOURS])
        layout = await page.evaluate("ownChecks.layout()")
        await page.keyboard.press("Tab")
        focus = await page.evaluate("ownChecks.focus()")
        return [("axe", axe), ("layout", layout), ("focus", focus)]

    async def click_through(self, visit: Visit) -> None:
        """Open what can be opened on a page, then send each of its forms empty, and check what is shown each time."""
        # A window of its own: one of the forms ends the person's other sessions.
        context = await self._new_context(visit.persona, script=True)
        page = await context.new_page()
        noises = listen(page, self.site_url)
        try:
            await page.set_viewport_size({"width": NARROW.width, "height": NARROW.height})
            response = await page.goto(visit.url, wait_until="load")
            if response is None or response.status != 200:  # another form closed this page, as settling one does
                await context.close()
                return
            if await page.evaluate(OPEN_EVERYTHING):
                await self._check_now(page, visit, AFTER_CLICKS)
            for number in range(await page.evaluate(COUNT_FORMS)):
                await page.goto(visit.url, wait_until="load")
                if await page.evaluate(COUNT_FORMS) <= number:
                    break
                async with page.expect_navigation():
                    await page.evaluate(SEND_EMPTY, number)
                await self._check_now(page, visit, AFTER_ERRORS)
                noises[:] = [one for one in noises if not refused(one)]
        except BrowserError as error:
            self._note("quiet", visit, AFTER_ERRORS, [{"rule": "broke", "element": "page", "words": str(error)[:300]}])
        self._note("quiet", visit, AFTER_ERRORS, noises)
        await context.close()

    async def _check_now(self, page: Page, visit: Visit, condition: Condition) -> None:
        await self._arm(page)
        await page.evaluate(SETTLE)
        for kind, found in await self.check_as_it_stands(page):
            self._note(kind, visit, condition, found)
        self._note("document", visit, condition, await page.evaluate("ownChecks.document()"))

    async def _arm(self, page: Page) -> None:
        await page.evaluate(axe_source() or "")
        await page.evaluate(f"window.ownChecks = {own_checks()}")

    async def _weigh(self, page: Page, visit: Visit) -> None:
        weight = (await page.evaluate("ownChecks.weight()"))["bytes"]
        self.report.weights[visit.url] = max(weight, self.report.weights.get(visit.url, 0))

    def _note(self, kind: str, visit: Visit, condition: Condition, found: Iterable[dict[str, str]]) -> None:
        findings = [Finding(visit.url, visit.persona, condition.name, **one) for one in found]
        getattr(self.report, kind).extend(findings)
        if self.told is not None:
            self.told.writelines(f"{json.dumps(asdict(one), ensure_ascii=False)}\n" for one in findings)
            self.told.flush()


def listen(page: Page, site_url: str) -> list[dict[str, str]]:
    """Collect what the page says in the console, what fails to load, and whom else it calls."""
    noises: list[dict[str, str]] = []
    host = urlsplit(site_url).netloc

    def note(rule: str, element: str, words: str) -> None:
        noises.append({"rule": rule, "element": element[:200], "words": words[:300]})

    def on_request(request: Any) -> None:
        where = urlsplit(request.url)
        if where.scheme in ("http", "https", "ws", "wss") and where.netloc != host:
            note("third-party", request.url, "asks another server")

    def on_response(response: Any) -> None:
        if response.status >= 400:
            note("not-found", response.url, str(response.status))

    page.on(
        "console", lambda said: note("console", said.type, said.text) if said.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: note("script-error", "page", str(error)))
    page.on("request", on_request)
    page.on("response", on_response)
    return noises


def blocked(noise: dict[str, str]) -> bool:
    return "ERR_BLOCKED_BY_CLIENT" in noise["words"] or "ERR_FAILED" in noise["words"]


def refused(noise: dict[str, str]) -> bool:
    """Say whether this is the answer to a form that was not accepted: its page says why, and the browser notes it."""
    return noise["rule"] == "not-found" or "the server responded with a status of 4" in noise["words"]


async def block_script(route: Route) -> None:
    await route.abort("blockedbyclient")


def look_at_all(
    site_url: str,
    visits: Sequence[Visit],
    conditions: Sequence[Condition],
    *,
    html: bool = False,
    clicks: bool = False,
    told: TextIO | None = None,
) -> Report:
    """Look at all pages, a few at a time, and return everything that was found.

    With `clicks`, when all have been seen, also open and send what is on one page of each route
    for each persona; that changes the site.
    With `told`, each finding is written there as one line of JSON as soon as it is found.
    """
    # In a thread of its own, because the journeys leave an event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        looking = _look_at_all(site_url, visits, conditions, html=html, clicks=clicks, told=told)
        return thread.submit(asyncio.run, looking).result()


async def _look_at_all(
    site_url: str,
    visits: Sequence[Visit],
    conditions: Sequence[Condition],
    *,
    html: bool,
    clicks: bool,
    told: TextIO | None,
) -> Report:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**launch_options())
        looker = Looker(site_url, browser, told)
        turns = asyncio.Semaphore(PAGES_AT_ONCE)

        async def one(visit: Visit) -> None:
            async with turns:
                await looker.look(visit, conditions, html=html)

        async def click(visit: Visit) -> None:
            async with turns:
                await looker.click_through(visit)

        await asyncio.gather(*map(one, visits))
        if clicks:
            one_of_each = {(visit.route, visit.persona): visit for visit in visits}
            await asyncio.gather(*map(click, one_of_each.values()))
        await browser.close()
        return looker.report
