"""How well and how fast notes are read: `name  value  unit  floor  ratio`, one line a figure.

The floor of a reading is one pass of the tokeniser over the same notes, in the same run.
"""

import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from crm.reading import CustomerIndex, KnownCustomer, ReadingContext, read_note
from crm.reading.rows import predict, predict_date, read_row
from crm.reading.tokens import tokens

SETS = Path(__file__).parents[1] / "crm" / "reading"
SIZE = 100_000
OWN = 200
FIRST = [
    "Apex",
    "Borealis",
    "Cascade",
    "Dunmore",
    "Elmwood",
    "Fairway",
    "Granite",
    "Halcyon",
    "Ironbridge",
    "Juniper",
    "Keystone",
    "Lakeland",
    "Meridian",
    "Northgate",
    "Oakfield",
    "Paragon",
    "Quarry",
    "Ridgeway",
    "Silverton",
    "Trident",
    "Underhill",
    "Vanguard",
    "Westbrook",
    "Yarrow",
    "Zenith",
    "Amberley",
    "Blackthorn",
    "Crestview",
    "Dovetail",
    "Everglade",
    "Foxglove",
    "Greystone",
    "Hartwell",
    "Inverness",
    "Kestrel",
    "Larkspur",
    "Millbrook",
    "Newbury",
    "Orchard",
    "Pemberton",
]
SECOND = [
    "Labs",
    "Systems",
    "Logistics",
    "Foods",
    "Motors",
    "Energy",
    "Partners",
    "Analytics",
    "Robotics",
    "Textiles",
    "Marine",
    "Steel",
    "Dental",
    "Pharma",
    "Brewing",
    "Packaging",
    "Hydraulics",
    "Farms",
    "Media",
    "Networks",
    "Plastics",
    "Tooling",
    "Security",
    "Travel",
    "Water",
]
FORM = ["Inc", "Ltd", "GmbH", "LLC", "Corp", "PLC", "", "Group", "Holdings", "AG"]
HAN = "华德明远正恒鼎盛信达博瑞天成嘉禾金龙海川宏宇东方泰和新源永安利丰中科星辰云帆百川长青万通同济广源凯捷荣晟"
TRADE = ["科技", "机械", "电子", "贸易", "物流", "食品", "医疗", "能源", "传媒", "建材", "化工", "照明"]
CITIES = ["北京", "上海", "广州", "深圳", "苏州", "杭州", "成都", "武汉", "青岛", "宁波"]


def company_names(count: int, seed: int = 7) -> Iterable[str]:
    """Made-up names, two in three Latin, one in three Chinese, all different."""
    draw, seen = random.Random(seed), set()
    while len(seen) < count:
        if draw.random() < 0.66:
            made = "".join(
                draw.choice("bcdfglmnprstv") + draw.choice("aeiou") for _ in range(draw.randint(1, 3))
            ).title()
            made += draw.choice(["", "n", "x", "r"])
            name = f"{made} {draw.choice(FIRST)} {draw.choice(SECOND)} {draw.choice(FORM)}".strip()
        else:
            core = "".join(draw.choice(HAN) for _ in range(draw.randint(2, 4)))
            name = f"{draw.choice(CITIES)}{core}{draw.choice(TRADE)}有限公司"
        if name not in seen:
            seen.add(name)
            yield name


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SETS / name).read_text("utf8").splitlines() if line]


def line(name: str, value: float, unit: str, floor: float | None = None) -> None:
    ratio = f"{value / floor:.2f}" if floor else "-"
    print(f"{name}  {value:.4g}  {unit}  {'-' if floor is None else f'{floor:.4g}'}  {ratio}")


def scored(gold: list[dict[str, Any]]) -> dict[str, Any]:
    """What data/score.py says of our predictions for these rows."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / "gold.jsonl", Path(folder) / "predicted.jsonl"]
        for path, content in zip(paths, (gold, [predict(row) for row in gold]), strict=True):
            path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in content), "utf8")
        said = subprocess.run(
            [sys.executable, str(SETS / "data" / "score.py"), *map(str, paths), "--json"],
            capture_output=True,
            text=True,
            check=True,
        )
    result: dict[str, Any] = json.loads(said.stdout.splitlines()[0])
    return result


def asks(row: dict[str, Any]) -> bool:
    """Whether the customer or the date of this message is asked for rather than set."""
    reading = read_row(row)
    return reading.customer.is_asked or reading.needs_date


def quality() -> None:
    dev, more, untouched = rows("data/notes_dev.jsonl"), rows("notes_more.jsonl"), rows("notes_untouched.jsonl")
    fresh = rows("data/notes_fresh.jsonl")
    small = [{**row, "text": row["text"].lower()} for row in dev]
    sets = {
        "dev": dev,
        "more": more,
        "untouched": untouched,
        "field": rows("notes_field.jsonl"),
        "fresh": fresh,
        "dev lower case": small,
        "dev one typo": [_with_typo(row) for row in dev],
        "fresh lower case": [{**row, "text": row["text"].lower()} for row in fresh],
        "fresh one typo": [_with_typo(row) for row in fresh],
    }
    for name, gold in sets.items():
        result = scored(gold)
        line(f"core, {name}", 100 * result["core"], "%")
        line(f"act, {name}", 100 * result["act"], "%")
        line(f"contact, {name}", 100 * result["fields"]["contact"]["acc"], "%")
        line(f"wrong customer, {name}", 100 * result["wrong_customer"], "%")
        line(f"wrong date, {name}", 100 * result["wrong_date"], "%")
        line(f"asks, {name}", 100 * sum(map(asks, gold)) / len(gold), "%")
    _dates()


def _dates() -> None:
    gold = SETS / "data" / "dates_recognizers.jsonl"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as predicted:
        predicted.write("\n".join(json.dumps(predict_date(row)) for row in rows("data/dates_recognizers.jsonl")))
        predicted.flush()
        said = subprocess.run(
            [sys.executable, str(SETS / "data" / "score_dates.py"), str(gold), predicted.name],
            capture_output=True,
            text=True,
            check=True,
        )
    for language in ("en", "zh"):
        found = re.search(rf"^{language} .*strict\s+([\d.]+)%", said.stdout, re.M)
        if found:
            line(f"dates strict, {language}", float(found[1]), "%")


def _with_typo(row: dict[str, Any]) -> dict[str, Any]:
    """One letter dropped, doubled, swapped or changed in one longer word."""
    draw = random.Random(row["id"])
    words = list(re.finditer(r"[A-Za-z]{4,}", row["text"]))
    if not words:
        return row
    word = draw.choice(words)
    at = draw.randrange(1, len(word[0]) - 1)
    before, letter, after = word[0][:at], word[0][at], word[0][at + 1 :]
    slips = (after, letter + letter + after, after[:1] + letter + after[1:], draw.choice("aeioust") + after)
    return {**row, "text": row["text"][: word.start()] + before + draw.choice(slips) + row["text"][word.end() :]}


def speed() -> None:
    known = [KnownCustomer(f"C{n}", name) for n, name in enumerate(company_names(SIZE))]
    start = time.perf_counter()
    index = CustomerIndex(known)
    line("index build, 100,000 customers", time.perf_counter() - start, "s", 6.0)
    own = frozenset(customer.customer_id for customer in known[:OWN])
    notes = [_about(row, known) for row in rows("notes_more.jsonl") + rows("data/notes_dev.jsonl")]
    context = ReadingContext(now=datetime.fromisoformat("2026-03-11T16:20"), own=own)
    took = _timings(notes, lambda note: read_note(note, customers=index, context=context))
    floor = statistics.median(_timings(notes, tokens))
    line("read a note, median", statistics.median(took), "ms", floor)
    line("read a note, p99", sorted(took)[int(len(took) * 0.99)], "ms", floor)
    asked = [customer.name.split(" ")[0][:-1] + " " + customer.name.split(" ")[-1] for customer in known[:300]]
    found = _timings(asked, index.find)
    line("find by name, median", statistics.median(found), "ms")
    line("find by name, p99", sorted(found)[int(len(found) * 0.99)], "ms")
    puts = _timings([replace(customer, name=customer.name + " II") for customer in known[:300]], index.put)
    line("put a customer, median", statistics.median(puts), "ms")


def _about(row: dict[str, Any], known: list[KnownCustomer]) -> str:
    """The note with a customer of the index in place of its own."""
    gold, text = row["expected"]["customer"], str(row["text"])
    return text.replace(gold, known[hash(row["id"]) % SIZE].name) if gold and gold in text else text


def _timings(items: Iterable[Any], do: Callable[[Any], Any]) -> list[float]:
    """Milliseconds each, the best of three passes."""
    passes: list[list[float]] = []
    items = list(items)
    for _ in range(3):
        took = []
        for item in items:
            start = time.perf_counter()
            do(item)
            took.append(1000 * (time.perf_counter() - start))
        passes.append(took)
    return [min(times) for times in zip(*passes, strict=True)]


def memory() -> None:
    known = [KnownCustomer(f"C{n}", name) for n, name in enumerate(company_names(SIZE))]
    tracemalloc.start()
    index = CustomerIndex(known)
    line("index memory, 100,000 customers", tracemalloc.get_traced_memory()[0] / 1e6, "MB", 250.0)
    tracemalloc.stop()
    assert len(index) == SIZE


def main() -> None:
    quality()
    speed()
    memory()


if __name__ == "__main__":
    main()
