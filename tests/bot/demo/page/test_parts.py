"""Each part of the page, over a bot that does one thing a word."""

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.expecting import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser


def write(page: "Page", words: str) -> None:
    """Write a message, as one does."""
    page.locator("#words").fill(words)
    page.locator("#words").press("Enter")


def last(page: "Page", words: str) -> "Locator":
    """The latest message, once it has these words."""
    found = page.locator(".message", has_text=words).last
    found.wait_for()
    return found


def height(item: "Locator") -> float:
    """How high it is, in pixels."""
    return float(item.evaluate("item => item.offsetHeight"))


@pytest.fixture
def begun(page: "Page", echo: str) -> "Page":
    """The private chat after START."""
    page.goto(echo)
    page.get_by_role("button", name="Starta").click()
    last(page, "/start | None")
    return page


def test_before_the_first_message_the_bot_says_what_it_does(page: "Page", echo: str) -> None:
    """Its description and a button to start; no field to write in yet."""
    page.goto(echo)
    page.get_by_text("Jag härmar.").wait_for()
    expect(page.locator("#words")).to_be_hidden()


def test_it_says_that_it_is_a_demo(begun: "Page") -> None:
    """All the time, in the language of the interface."""
    assert begun.get_by_role("note").inner_text().startswith("En demo, inte Telegram.")


def test_entities_are_shown(begun: "Page") -> None:
    """Also behind characters that count as two; nested ones nested."""
    write(begun, "format")
    message = last(begun, "slut")
    assert message.locator("strong em").inner_text() == "och kursiv"
    assert message.locator("u").inner_text() == "under"
    assert message.locator("code").inner_text() == "kod"
    link = message.locator("a")
    assert link.get_attribute("href") == "https://example.org/å?x=1&y=2"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert message.locator("blockquote").first.inner_text() == "kort citat"


def test_a_long_quotation_opens_and_closes(begun: "Page") -> None:
    """Three lines of it, then all; the button says which."""
    write(begun, "format")
    quote = last(begun, "slut").locator("blockquote.expandable")
    low = height(quote)
    quote.get_by_role("button", name="Visa allt").click()
    assert height(quote) > 1.5 * low
    quote.get_by_role("button", name="Visa mindre").click()
    assert height(quote) == low


def test_markup_in_words_stays_words(begun: "Page") -> None:
    """Nobody writes HTML into the page."""
    write(begun, "<img src=x onerror=alert(1)><b>å</b>")
    message = last(begun, "onerror")
    assert message.locator("img, b").count() == 0


def test_a_press_edits_in_place(begun: "Page") -> None:
    """The notice shows, the words change, the keyboard's focus stays in the message."""
    write(begun, "knappar")
    message = last(begun, "Välj:")
    count = begun.locator(".message").count()
    message.get_by_role("button", name="Ändra", exact=True).press("Enter")
    begun.get_by_role("status").filter(has_text="Ändrat nu").wait_for()
    changed = last(begun, "Ändrad text")
    expect(begun.locator(".message")).to_have_count(count)
    assert changed.evaluate("item => item.contains(document.activeElement)")


def test_an_alert_is_closed_by_hand(begun: "Page") -> None:
    """A window with the words."""
    write(begun, "knappar")
    last(begun, "Välj:").get_by_role("button", name="Varna").click()
    window = begun.get_by_role("dialog")
    expect(window).to_contain_text("Se upp!")
    window.get_by_role("button", name="Stäng").click()
    window.wait_for(state="hidden")


def test_a_button_copies(begun: "Page") -> None:
    """Its text lies in the clipboard."""
    write(begun, "knappar")
    last(begun, "Välj:").get_by_role("button", name="Kopiera (kopierar)").click()
    begun.get_by_role("status").filter(has_text="Kopierat").wait_for()
    assert begun.evaluate("navigator.clipboard.readText()") == "kopierat ord"


def test_a_button_shares_into_another_chat(begun: "Page") -> None:
    """The chat is chosen, the query stands in its field, a result is sent there by the keyboard."""
    write(begun, "knappar")
    last(begun, "Välj:").get_by_role("button", name="Dela (").click()
    begun.get_by_role("dialog").get_by_role("button", name="Familjen").click()
    expect(begun.locator("#words")).to_have_value("@kommunmal_bot skola")
    begun.get_by_role("option", name="skola 1").wait_for()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        begun.locator("#words").press(key)
    sent = last(begun, "Sänt: skola 1")
    assert "via @kommunmal_bot" in sent.inner_text()
    expect(begun.locator("#title")).to_have_text("Familjen")


def test_links_to_the_bot_stay_in_the_demo_and_others_open_beside_it(begun: "Page") -> None:
    """A deep link starts the bot with its payload."""
    write(begun, "knappar")
    message = last(begun, "Välj:")
    assert message.get_by_role("link", name="Webb").get_attribute("target") == "_blank"
    message.get_by_role("link", name="Till boten").click()
    last(begun, "/start varnamo | None")


def test_inline_results_come_as_one_types(begun: "Page") -> None:
    """The latest query counts; Enter without a choice sends the words themselves."""
    begun.locator("#words").press_sequentially("@kommunmal_bot bad", delay=20)
    begun.get_by_role("option", name="bad 3").wait_for()
    begun.get_by_role("option", name="bad 2").click()
    last(begun, "Sänt: bad 2")
    expect(begun.locator("#words")).to_have_value("")
    write(begun, "@kommunmal_bot ord")
    last(begun, "@kommunmal_bot ord | None")


def test_the_button_above_the_results_leads_to_the_bot(begun: "Page") -> None:
    """With its start parameter."""
    begun.locator("#words").fill("@kommunmal_bot x")
    begun.get_by_role("option", name="Mer").click()
    last(begun, "/start mer | None")


def test_commands_are_offered_and_sent(begun: "Page") -> None:
    """All on the button, fewer as one types; arrows and Enter send one."""
    begun.get_by_role("button", name="Kommandon").click()
    offered = begun.get_by_role("listbox", name="Kommandon").get_by_role("option")
    expect(offered).to_have_text(["/hej\nHälsa", "/bild\nVisa en bild"], use_inner_text=True)
    begun.locator("#words").press("Escape")
    begun.locator("#words").fill("/b")
    expect(offered).to_have_count(1)
    begun.locator("#words").press("Enter")
    last(begun, "En bild av mål")


def test_a_picture_is_seen_and_enlarged(begun: "Page") -> None:
    """Its caption says the same in words; Escape closes the large one."""
    write(begun, "bild")
    picture = last(begun, "En bild av mål").get_by_role("img")
    expect(picture).to_have_js_property("naturalWidth", 300)
    assert picture.get_attribute("alt") == "En bild av mål"
    thread = "document.getElementById('thread')"
    left = f"{thread}.scrollHeight - {thread}.scrollTop - {thread}.clientHeight"
    assert begun.evaluate(left) < 2, "the whole message is in view once the picture has come"
    begun.get_by_role("button", name="Öppna bilden: En bild av mål").click()
    begun.get_by_role("dialog").get_by_role("img").wait_for()
    begun.keyboard.press("Escape")
    begun.get_by_role("dialog").wait_for(state="hidden")


def test_a_message_is_replied_to_from_its_menu(begun: "Page") -> None:
    """The reply shows what it answers, on both sides."""
    message = last(begun, "/start | None")
    message.hover()
    message.get_by_role("button", name="Mer för meddelandet").click()
    begun.get_by_role("menuitem", name="Svara").click()
    expect(begun.locator("#about")).to_contain_text("Svar till Kommunmål")
    write(begun, "jaså")
    last(begun, "jaså | /start | None")


def test_where_the_bot_asks_for_a_reply_one_is_begun(begun: "Page") -> None:
    """With the words that the bot set for the field."""
    write(begun, "prompt")
    begun.get_by_placeholder("Säg det här").wait_for()
    write(begun, "vattnet")
    last(begun, "vattnet | Vad saknades?")


def test_ones_own_message_is_changed(begun: "Page") -> None:
    """Arrow up in an empty field takes up the latest."""
    write(begun, "frst")
    last(begun, "frst | None")
    begun.locator("#words").press("ArrowUp")
    expect(begun.locator("#words")).to_have_value("frst")
    write(begun, "först")
    mine = begun.locator(".mine", has_text="först").last
    mine.wait_for()
    expect(mine.locator(".meta")).to_contain_text("ändrat")


def test_a_chat_is_cleared(begun: "Page") -> None:
    """What the bot can do shows again."""
    begun.get_by_role("button", name="Töm chatten").click()
    begun.get_by_role("button", name="Starta").wait_for()
    expect(begun.locator(".message")).to_have_count(0)


def test_two_people_share_a_group_and_nothing_else(begun: "Page", echo: str) -> None:
    """What Anna writes in the group, Ben sees in another window; her own chat he does not."""
    other = begun.context.new_page()
    other.goto(echo)
    other.get_by_role("radio", name="Ben").check(force=True)
    expect(other.get_by_label("Language")).to_have_value("en")
    expect(other.locator(".message")).to_have_count(0)
    begun.get_by_role("button", name="Familjen").click()
    write(begun, "Hej Ben!")
    other.get_by_role("button", name="Familjen").locator(".badge").wait_for()
    other.get_by_role("button", name="Familjen").click()
    assert "Anna" in last(other, "Hej Ben!").inner_text()


def test_drafts_wait_in_their_chat(begun: "Page") -> None:
    """What was typed and not sent is there on coming back."""
    begun.locator("#words").fill("halv tank")
    begun.get_by_role("button", name="Familjen").click()
    expect(begun.locator("#words")).to_have_value("")
    begun.get_by_role("button", name=re.compile("^Kommunmål")).click()
    expect(begun.locator("#words")).to_have_value("halv tank")
