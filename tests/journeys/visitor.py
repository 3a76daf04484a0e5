"""A person with a keyboard and a small window: everything they do here, they do without a mouse."""

import re
import time
from pathlib import Path
from re import Pattern

from playwright.sync_api import Locator, Page, expect

LONGEST_WAY = 250  # Tab keys from one end of a page to the other
IS_FOCUSED = "element => element === document.activeElement"
IS_ON_SCREEN = """element => {
  const box = (element.labels && element.labels[0] && element.offsetHeight < 4 ? element.labels[0] : element)
    .getBoundingClientRect()
  return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
}"""
GO_ON = "Save and go on"
CODE = re.compile("^Your code|^The code|^Code", re.IGNORECASE)
Name = str | Pattern[str]


class Visitor:
    """One browser window of somebody who uses the keyboard alone."""

    def __init__(self, page: Page, site_url: str) -> None:
        self.page = page
        self.site_url = site_url

    def goes_to(self, path: str) -> "Visitor":
        """Type an address."""
        self.page.goto(self.site_url + path)
        return self

    def tabs_to(self, target: Locator) -> Locator:
        """Press Tab until the focus is there, and see that it is on the screen."""
        expect(target).to_have_count(1)
        for _press in range(LONGEST_WAY):
            if target.evaluate(IS_FOCUSED):
                assert target.evaluate(IS_ON_SCREEN), f"focused, but not on the screen: {target}"
                return target
            self.page.keyboard.press("Tab")
        raise AssertionError(f"The keyboard does not reach {target} on {self.page.url}")

    def follows(self, link: Name, *, within: str = "main") -> "Visitor":
        """Follow a link by its words."""
        target = self.page.locator(within).get_by_role("link", name=link).first
        return self._presses_enter(target)

    def presses(self, button: Name, *, within: str = "main") -> "Visitor":
        """Press a button by its words."""
        return self._presses_enter(self.page.locator(within).get_by_role("button", name=button))

    def _presses_enter(self, target: Locator) -> "Visitor":
        self.tabs_to(target)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def types(self, label: Name, words: str, *, within: str = "main") -> "Visitor":
        """Write into a field, in the place of what stands in it."""
        words_of_label = re.compile(rf"^{re.escape(label)}( \(optional\))?$") if isinstance(label, str) else label
        self.tabs_to(self.page.locator(within).get_by_label(words_of_label))
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(words)
        return self

    def types_date(self, question: str, day: int, month: int, year: int) -> "Visitor":
        """Fill in the three parts of a date."""
        group = self.page.get_by_role("group", name=question)
        for part, value in (("Day", day), ("Month", month), ("Year", year)):
            self.tabs_to(group.get_by_label(part))
            self.page.keyboard.press("Control+a")
            self.page.keyboard.insert_text(str(value))
        return self

    def chooses(self, choice: Name, *, of: str | None = None) -> "Visitor":
        """Choose one of several with the arrow keys, as in a group of radio buttons; `of` is the group's question."""
        scope = self.page.get_by_role("group", name=of) if of else self.page.locator("main")
        wanted = scope.get_by_role("radio", name=choice, exact=isinstance(choice, str))
        expect(wanted).to_have_count(1)
        name = wanted.get_attribute("name")
        group = self.page.locator(f'input[type=radio][name="{name}"]')
        self._tabs_into(group)
        for _press in range(group.count() + 1):
            if wanted.evaluate(IS_FOCUSED):
                self.page.keyboard.press("Space")
                expect(wanted).to_be_checked()
                return self
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrow keys do not reach {choice!r} on {self.page.url}")

    def _tabs_into(self, group: Locator) -> None:
        for _press in range(LONGEST_WAY):
            if any(one.evaluate(IS_FOCUSED) for one in group.all()):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"The keyboard does not reach {group} on {self.page.url}")

    def ticks(self, box: Name) -> "Visitor":
        target = self.tabs_to(self.page.locator("main").get_by_role("checkbox", name=box))
        self.page.keyboard.press("Space")
        expect(target).to_be_checked()
        return self

    def reads(self, *words: Name) -> "Visitor":
        """See these words on the page."""
        for each in words:
            expect(self.page.locator("body")).to_contain_text(each)
        return self

    def does_not_read(self, *words: str) -> "Visitor":
        for each in words:
            expect(self.page.locator("body")).not_to_contain_text(each)
        return self

    def is_asked(self, heading: Name) -> "Visitor":
        """Stand on the page with this first heading."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(heading)
        return self

    def signs_in_with_code(self, address: str, letterbox: "Letterbox") -> "Visitor":
        """Ask for a code by e-mail and type it, from the sign-in page on."""
        self.is_asked("Sign in").types("Your e-mail address", address).presses("Send me a code")
        code = letterbox.finds(r"Your code is ([0-9-]+)")
        return self.is_asked("Enter your code").types(CODE, code).presses("Sign in")

    def tries_as(self, name: str) -> "Visitor":
        """Sign in as one of the example people."""
        self.goes_to("/try-as/")
        return self.presses(f"Try it as {name}")

    def path(self) -> str:
        return self.page.url.removeprefix(self.site_url)


class Letterbox:
    """What the demo would have sent by e-mail: it prints it instead."""

    def __init__(self, log: Path) -> None:
        self.log = log
        self.read = log.stat().st_size

    def finds(self, pattern: str, within: float = 60) -> str:
        """Wait for a letter with this in it, and return the part in brackets."""
        until = time.monotonic() + within
        while time.monotonic() < until:
            found = re.search(pattern, self.log.read_bytes()[self.read :].decode(errors="replace"))
            if found:
                return found.group(1)
            time.sleep(0.3)
        raise AssertionError(f"No letter says {pattern!r}")
