"""`python -m tests.year`: tells the digests of the seeded year in both languages, and takes their pictures for the papers
(docs/pictures/<language>-week.png and others; needs Debian's chromium). `--words`: tells them only."""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image

from storage.database import Database
from storage.migrations import upgrade
from tests.browser.easel import Views, pictured
from tests.browser.screenshots import COLOURS, MOST_BYTES, PICTURES
from tests.year.company import build, year
from tests.year.digests import told

LANGUAGES = ("en", "zh")
SHOWN = {"en": ("week", "quarter", "funnel", "forecast"), "zh": ("week-east", "quarter", "funnel", "forecast")}


def main(*, pictures: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/year.db"
        upgrade(url)
        database = Database(url)
        build(database, year())
        said = {language: dict(told(database, language)) for language in LANGUAGES}
        database.dispose()
    for language, messages in said.items():
        for name, message in messages.items():
            print(f"== {name}, {language}\n{message.text}\n")
    if pictures:
        for language, names in SHOWN.items():
            views: Views = [
                (name, {"text": said[language][name].text, "blocks": said[language][name].blocks}) for name in names
            ]
            for name, png in pictured(language, views):
                _keep(f"{language}-{name.removesuffix('-east')}", png)


def _keep(name: str, png: bytes) -> None:
    file: Path = PICTURES / f"{name}.png"
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    assert file.stat().st_size < MOST_BYTES, f"{file.name} is too large"
    print(f"{file.name}  {file.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main(pictures="--words" not in sys.argv)
