"""The walk: a note keeps a customer, nobody calls, it is warned, pooled, given to somebody else who gets the brief.

One walk for two uses: the browser test asserts by it, and the pictures of the papers are taken on it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.stage import CHINESE, ENGLISH, Cast, Stage

Shoot = Callable[[str], None]
MOST_STEPS = 14  # reminders, four warnings, mornings: the pool comes well before


@dataclass(frozen=True)
class Script:
    """What is typed, pressed and expected in one language."""

    cast: Cast
    customer: str
    note: str
    new: str  # the button that says the customer is new
    question: str
    kept: str
    warned: str
    needs_owner: str
    assign: str
    given: str
    brief: str
    home: str
    answer: str  # what a look-up by the new owner is answered


IN_ENGLISH = Script(
    cast=ENGLISH,
    customer="Acme",
    note="called Acme, spoke with Jane Wu, they want 50 seats, follow up next Tuesday 3pm",
    new="New customer: Acme",
    question="Acme is new to me",
    kept="Yours until Fri 10 Apr",
    warned="runs out soon",
    needs_owner="needs an owner",
    assign="Assign to Nina Park",
    given="Amy Stone gave it to Nina Park",
    brief="Acme is yours now. It was Tom Reed's",
    home="Home",
    answer="Yours until",
)
IN_CHINESE = Script(
    cast=CHINESE,
    customer="华为",
    note="刚给华为李经理打了电话，对50套感兴趣，下周三下午跟进",
    new="新客户：华为",
    question="我还不认识 华为",
    kept="归你至4月10日周五",
    warned="即将到期",
    needs_owner="需要分配负责人",
    assign="分配给 李强",
    given="王芳 分配给了 李强",
    brief="华为 现在归你。原归 陈梅",
    home="主页",
    answer="归你至",
)


class Walk:
    """One person after the other, on one page. `shoot` is called where there is something worth seeing."""

    def __init__(self, page: Page, stage: Stage, script: Script, shoot: Shoot) -> None:
        self.page, self.stage, self.script, self.shoot = page, stage, script, shoot

    def whole(self) -> None:
        self.write_a_note()
        self.wait_until_warned()
        self.wait_until_pooled()
        self.give_it_to_the_other()
        self.read_the_brief()

    def write_a_note(self) -> None:
        """A rep writes one line, answers one question, and holds a receipt with a date."""
        self.act_as(self.script.cast.rep)
        self.say(self.script.note)
        expect(self.told(self.script.question)).to_be_visible()
        self.shoot("question")
        self.press(self.script.new)
        expect(self.told(self.script.kept)).to_be_visible()
        self.shoot("receipt")

    def wait_until_warned(self) -> None:
        self.move_on_until(self.script.warned)
        self.shoot("warning")

    def wait_until_pooled(self) -> None:
        """Nobody calls: the ladder of warnings, a day of grace, and the manager is asked."""
        self.act_as(self.script.cast.boss)
        self.move_on_until(self.script.needs_owner)
        self.shoot("decision")

    def give_it_to_the_other(self) -> None:
        self.press(self.script.assign)
        expect(self.told(self.script.given)).to_be_visible()
        self.shoot("decided")

    def read_the_brief(self) -> None:
        """The new owner is told what matters; Home counts down, and a look-up says whose it is."""
        self.act_as(self.script.cast.other)
        expect(self.told(self.script.brief)).to_be_visible()
        self.shoot("brief")
        self.say(f"/who {self.script.customer}")
        expect(self.told(self.script.answer)).to_be_visible()
        self.page.get_by_role("tab", name=self.script.home).click()
        expect(self.page.locator(".home", has_text=self.script.customer)).to_be_visible()
        self.shoot("home")

    def act_as(self, person: tuple[str, str]) -> None:
        chip = self.page.locator("#people").get_by_role("button", name=person[0])
        chip.click()
        expect(chip).to_have_attribute("aria-pressed", "true")
        self.page.wait_for_selector("#place textarea.compose")

    def say(self, text: str) -> None:
        box = self.page.locator("#place textarea.compose")
        box.fill(text)
        box.press("Escape")  # closes the completion of a command
        box.press("Enter")

    def press(self, name: str) -> None:
        self.page.locator("#place .message").get_by_role("button", name=name, exact=True).last.click()

    def told(self, words: str) -> Locator:
        """The newest message of the bot that says so, digests apart: they repeat what has a message of its own."""
        digest = self.page.get_by_role("heading")
        return self.page.locator("#place .message", has_text=words).filter(has_not=digest).last

    def move_on_until(self, words: str) -> None:
        """Press "Next event" until the person at the page is told so; letters about a sweep follow it by seconds."""
        for _ in range(MOST_STEPS):
            if not self.stage.has_plans():
                break
            self.page.locator("[data-step=next_event]").click()
            expect(self.page.locator("#clock")).not_to_have_class("moving")
            self.stage.let_it_happen()
            if self.told(words).is_visible():
                return
        expect(self.told(words)).to_be_visible(timeout=60_000)
