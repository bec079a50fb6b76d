"""How Chinese names sound, a syllable for each character, without tones.

The single characters are pypinyin's. Its 47,000 phrases, which say how a character sounds beside others, take 45 MB and a
tenth of the program's start; the few characters of companies' names that need it are in a table of our own.
"""

import os
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from crm.reading.words import listed
from crm.reading.words.zh.sounds import SOUNDS, SOUNDS_IN

_SOUNDS_IN = {(key, word): sound for (key, sound), words in SOUNDS_IN.items() for word in listed(words)}


def pinyin(keys: Sequence[str]) -> list[str]:
    """One syllable for each character; what is no single character stays as it is."""
    sounds = [_sound(key) if len(key) == 1 else key for key in keys]
    if not SOUNDS.keys().isdisjoint(keys):
        for at, key in enumerate(keys):
            if key in SOUNDS:
                sounds[at] = _sound_beside(key, "".join(keys[at - 1 : at + 1]), "".join(keys[at : at + 2]))
    return sounds


def _sound_beside(key: str, *words: str) -> str:
    """How it sounds in the word it ends or begins, or else as a rule."""
    return next((_SOUNDS_IN[key, word] for word in words if (key, word) in _SOUNDS_IN), SOUNDS[key])


@lru_cache(maxsize=32_768)
def _sound(character: str) -> str:
    return _lazy_pinyin()(character)[0]


@cache
def _lazy_pinyin() -> Callable[[str], list[str]]:
    """Imported when first needed: its dictionary takes some time."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "1")
    from pypinyin import lazy_pinyin

    return lazy_pinyin
