"""A voice clip is logged from Slack's own transcript."""

from sandbox.nouns import Upload
from tests.stories.company import MEI, TOM, Company, has_action


def _clip(words: str, polls: int) -> Upload:
    return Upload("voice.m4a", b"...", "audio/mp4", transcript=words, polls=polls)


def test_a_clip_with_its_words_is_logged_at_once(firm: Company) -> None:
    firm.say(TOM, "", files=[_clip("new customer Acme, called Jane Wu, they want fifty seats", 0)])
    assert firm.last(TOM).text.startswith("Logged with a new customer: call, Jane Wu (Acme)")


def test_a_clip_still_being_transcribed_is_kept_and_its_receipt_takes_the_place(firm: Company) -> None:
    firm.say(MEI, "", files=[_clip("新客户 华为技术：给李经理打了电话，要50套", 2)])
    first = firm.last(MEI)
    assert first.text == "正在转写你的语音……已保留，回执会出现在这里。"
    for _ in range(6):
        firm.wait(seconds=10)
    assert firm.last(MEI).ts == first.ts
    assert firm.last(MEI).text.startswith("已记录，并新建客户：电话，李经理（华为技术）。")


def test_a_clip_whose_customer_is_unclear_becomes_a_question(firm: Company) -> None:
    firm.say(TOM, "", files=[_clip("no answer, try again tomorrow", 1)])
    for _ in range(4):
        firm.wait(seconds=10)
    assert has_action(firm.last(TOM), "note.other")


def test_a_clip_without_words_for_long_is_kept_to_be_written_down(firm: Company) -> None:
    firm.say(TOM, "", files=[_clip("never", 1000)])
    for _ in range(12):
        firm.wait(minutes=5)
    lost = firm.last(TOM)
    assert lost.text == "I could not get the words of your voice clip. It is kept: write in a line what came of it."
    firm.press(TOM, lost, "note.other")
    firm.submit(
        TOM, {"new_name": "Acme", "contact": "Jane Wu", "outcome": "called Jane, they want fifty seats", "kind": "call"}
    )
    assert firm.last(TOM).text.startswith("Logged with a new customer: call, Jane Wu (Acme)")


def test_a_deleted_clip_is_not_logged(firm: Company) -> None:
    said = firm.say(TOM, "", files=[_clip("new customer Acme, called Jane Wu, they want fifty seats", 2)])
    firm.slack.delete(TOM, said)
    for _ in range(6):
        firm.wait(seconds=10)
    assert firm.told(TOM, "Logged") is None
