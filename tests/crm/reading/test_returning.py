"""The reason for letting go is taken from the words beside the name, never from the name."""

import pytest

from crm.reading.returning import return_reason


@pytest.mark.parametrize(
    ("said", "customer", "reason"),
    [
        ("release Acme, wrong fit", "Acme", "poor_fit"),
        ("释放华为，联系不上", "华为", "no_response"),
        ("Globex doesn’t exist any more", "Globex", "bad_data"),
        ("释放新华印刷 明年再说", "新华印刷", "later"),
        ("release Later Ltd", "Later Ltd", None),
        ("release Abandoned Shoes", "Abandoned Shoes", None),
        ("release Acme", "Acme", None),
    ],
)
def test_the_reason_is_read_beside_the_name(said: str, customer: str, reason: str | None) -> None:
    assert return_reason(said, customer=customer) == reason
