"""The memory of names: put, removed, found, while others read."""

from itertools import product
from threading import Thread

from pypinyin import lazy_pinyin

from crm.reading import CustomerIndex, KnownCustomer
from crm.reading.grams import spoken
from crm.reading.syllables import pinyin

KNOWN = (
    KnownCustomer("1", "Northwind Traders"),
    KnownCustomer("2", "International Business Machines", aliases=("Big Blue",)),
    KnownCustomer("3", "华为技术有限公司"),
    KnownCustomer("4", "海康威视"),
    KnownCustomer("5", "Müller GmbH"),
)


def _first(index: CustomerIndex, query: str) -> str | None:
    found = index.find(query)
    return found[0].customer_id if found else None


def test_a_name_far_behind_the_best_is_not_offered_beside_it() -> None:
    index = CustomerIndex(
        [KnownCustomer("a", "华为技术"), KnownCustomer("b", "新华印刷"), KnownCustomer("c", "华伟科技")]
    )
    assert [one.customer_id for one in index.find("huawei")] == ["a", "c"]


def test_a_customer_is_found_by_name_alias_typo_pinyin_and_initials() -> None:
    index = CustomerIndex(KNOWN)
    asked = {
        "northwind traders": "1",
        "norhtwind": "1",
        "big blue": "2",
        "ibm": "2",
        "huawei": "3",
        "华为": "3",
        "hkws": "4",
        "muller": "5",
    }
    assert {query: _first(index, query) for query in asked} == asked


def test_a_name_in_pinyin_is_found_among_thousands_that_sound_much_like_it() -> None:
    names = ["".join(word) + "电子有限公司" for word in product("华安博创达德东方丰富广国海恒宏佳", repeat=3)]
    index = CustomerIndex(KnownCustomer(name, name) for name in names)
    asked = {name: "".join(lazy_pinyin(name.removesuffix("有限公司"))) for name in names[::97]}
    found = {name: [one.name for one in index.find(said)] for name, said in asked.items()}
    assert [name for name, those in found.items() if name not in those] == []


def test_a_character_sounds_as_it_does_in_its_word() -> None:
    said = {
        "重庆长安": "chong qing chang an",
        "朝阳成长会计": "chao yang cheng zhang kuai ji",
        "厦门音乐": "xia men yin yue",
    }
    said |= {"北京银行": "bei jing yin hang", "成都飞行者": "cheng du fei xing zhe", "三一重工": "san yi zhong gong"}
    assert {name: " ".join(pinyin(list(name))) for name in said} == said


def test_letters_are_cut_into_syllables_in_every_way_that_leaves_none_over() -> None:
    assert spoken("xianjia", {"xi", "an", "xian", "jia", "nj"}) == {"xian jia", "xi an", "an jia"}
    assert spoken("xianjian", {"xi", "an", "xian", "jia"}) == set()


def test_a_removed_customer_is_found_no_more_and_a_renamed_one_by_its_new_name() -> None:
    index = CustomerIndex(KNOWN)
    index.remove("1")
    index.put(KnownCustomer("5", "Schmidt AG"))
    assert _first(index, "northwind traders") is None
    assert (_first(index, "Schmidt"), _first(index, "Müller GmbH")) == ("5", None)


def test_a_contact_met_later_is_known_and_one_who_left_is_not() -> None:
    index, mine = CustomerIndex(KNOWN), frozenset({"1", "2"})
    index.put(KnownCustomer("2", KNOWN[1].name, KNOWN[1].aliases, contacts=("Jane Wu",)))
    for there in (("Jane Wu", "Omar Haddad"), ("Omar Haddad",)):
        index.own(mine)
        index.put(KnownCustomer("1", "Northwind Traders", contacts=there))
    assert index.own(mine).contacts == {"omar haddad": {0}, "jane wu": {1}}
    assert index.known("1") == KnownCustomer("1", "Northwind Traders", contacts=("Omar Haddad",))


def test_ones_own_customer_comes_first_among_equals() -> None:
    index = CustomerIndex([KnownCustomer("a", "Delta Freight"), KnownCustomer("b", "Delta Dental")])
    assert index.find("Delta", own={"b"})[0].customer_id == "b"
    assert index.find("Delta", own={"a"})[0].customer_id == "a"


def test_readers_go_on_while_customers_are_put_and_removed() -> None:
    index, failures = CustomerIndex(KNOWN), []

    def read() -> None:
        try:
            for _ in range(300):
                assert _first(index, "Northwind Traders") == "1"
                index.own(frozenset({"1", "n5"}))
        except Exception as failure:
            failures.append(failure)

    readers = [Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for n in range(200):
        index.put(KnownCustomer(f"n{n % 20}", f"Newcomer {n} Ltd"))
        index.remove(f"n{(n + 7) % 20}")
    for reader in readers:
        reader.join()
    assert not failures
