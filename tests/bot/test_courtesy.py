"""What the bot has to say waits for who is being heard, and not for ever."""

import threading

from bot.courtesy import Courtesy


def test_what_is_to_be_said_waits_until_nobody_is_being_heard() -> None:
    courtesy, order = Courtesy(most_seconds=60), list[str]()

    def say() -> None:
        courtesy.give_way()
        order.append("said")

    speaker = threading.Thread(target=say)
    with courtesy.hearing():
        with courtesy.hearing():
            speaker.start()
        order.append("heard")
    speaker.join(60)
    assert order == ["heard", "said"]


def test_under_a_load_without_end_it_is_said_all_the_same() -> None:
    courtesy = Courtesy(most_seconds=0.01)
    with courtesy.hearing():
        courtesy.give_way()
