"""What a keyboard meets and a screen reader reads: everything named, in the order it is seen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.sandbox_page.conftest import Open
from tests.sandbox_page.stub import Stub
from tests.sandbox_page.test_doing import open_modal

pytestmark = pytest.mark.browser

HERE = """() => {
  const here = document.activeElement, all = [...document.querySelectorAll("*")];
  const said = (id) => document.getElementById(id)?.innerText ?? "";
  const labels = (here.getAttribute("aria-labelledby") ?? "").split(" ").map(said);
  const written = here.labels?.length ? here.labels[0].innerText : "";
  const name = here.getAttribute("aria-label") || labels.join(" ").trim() || written || here.innerText || here.title;
  const seen = here.matches(":focus-visible, :focus-within") && getComputedStyle(here.closest(".writing") ?? here);
  return { at: here === document.body ? -1 : all.indexOf(here), tag: here.tagName, name: (name ?? "").trim(),
           marked: Boolean(seen) && (seen.outlineStyle !== "none" || seen.boxShadow !== "none") };
}"""


def stops(page: Page, most: int = 120) -> list[dict[str, object]]:
    """Where the Tab key goes, from the top of the page until it leaves it."""
    found: list[dict[str, object]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here["at"] < 0 or (found and here["at"] == found[0]["at"]):
            return found
        found.append(here)
    raise AssertionError(f"the Tab key does not come to an end: {found[-3:]}")


def from_the_top(page: Page) -> None:
    page.evaluate("document.activeElement.blur(); window.getSelection().setPosition(document.body, 0)")


@pytest.mark.parametrize(("user", "tab"), [("U_TOM", "messages"), ("U_MEI", "home")])
def test_the_tab_key_goes_in_the_order_of_reading_and_shows_where_it_is(open_as: Open, user: str, tab: str) -> None:
    page = open_as(user, tab=tab)
    from_the_top(page)
    met = stops(page)
    order = [one["at"] for one in met]
    assert len(met) > 8 and order == sorted(order), met
    assert [one for one in met if not one["name"] or not one["marked"]] == []


def test_a_screen_reader_hears_who_where_what_was_said_and_where_to_write(open_as: Open, stub: Stub) -> None:
    page = open_as()
    read = page.locator("body").aria_snapshot()
    told = (
        'navigation "Act as"',
        'region "Clock of',
        'navigation "Conv',
        "- main",
        "tablist",
        'region "Messages"',
        "article",
    )
    places = [read.index(one) for one in (*told, 'combobox "Message Dibs"')]
    assert places == sorted(places), read
    assert (
        re.findall(r"- (?:button|link|textbox|combobox|img|article)(?: \[[^\]]*\])*:?$", read, re.M) == []
    )  # all have names
    open_modal(page, stub)
    form = page.get_by_role("dialog").aria_snapshot()
    assert (
        re.search(r'heading "[^"]+"', form)
        and re.findall(r"- (?:button|textbox|combobox)(?: \[[^\]]*\])*:?$", form, re.M) == []
    )
    first, last = form.index("heading"), form.rindex("button")
    assert first < form.index("textbox") < last, form
