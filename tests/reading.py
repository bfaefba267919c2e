"""The reading grade of a text, adjusted for the words that this field cannot do without.

The grade is Flesch-Kincaid's (Kincaid, Fishburne, Rogers and Chissom 1975, Derivation of New
Readability Formulas for Navy Enlisted Personnel, Research Branch Report 8-75):

    0.39 * words / sentences + 11.8 * syllables / words - 15.59

It is adjusted in one way: words that no headline on palliative care in California can do without
(`FIELD`) and names count one syllable, as a number does. An acronym counts its letters.
A semicolon or a colon parts two sentences.
"""

from __future__ import annotations

import re

#: Syllables do not make these harder for those who read this dashboard: the subject, the places,
#: the programs and the groups that the tables name.
FIELD = frozenset(
    [
        "palliative",
        "inpatient",
        "outpatient",
        "hospital",
        "hospitals",
        "hospice",
        "county",
        "counties",
        "california",
        "california's",
        "program",
        "programs",
        "medicare",
        "medi-cal",
        "community",
        "community-based",
        "american",
        "indian",
        "alaska",
        "native",
        "asian",
        "pacific",
        "islander",
        "hawaiian",
        "latino",
        "hispanic",
        "multiracial",
        "chinese",
        "californians",
    ]
)
WORD = re.compile(r"[^\W_][\w.,%'’-]*")
SENTENCE = re.compile(r"(?<=[.!?;:])\s+")

MEDIAN, MOST = 8, 12


def syllables(word: str, *, first: bool) -> int:
    """About how many: groups of vowels, without a silent e; names, numbers and field words one."""
    bare = word.strip(".,%'’-")
    if re.fullmatch(r"[A-Z]{2,}s?", bare):
        return len(bare)
    if bare.lower() in FIELD or bare[:1].isdigit() or (bare[:1].isupper() and not first):
        return 1
    low = re.sub(r"['’]s?$", "", bare.lower())
    groups = len(re.findall(r"[aeiouy]+", low))
    if re.search(r"[^aeiouyl]e$|[aeiou]le$|[^aeiouydt]ed$|[^aeiouylscgxzh]es$", low) and groups > 1:
        groups -= 1
    return max(groups, 1)


def grade(text: str) -> float:
    """The adjusted grade of a text."""
    sentences = [part for part in SENTENCE.split(text.replace("/", " ")) if WORD.search(part)]
    words = [
        (word, place == 0)
        for sentence in sentences
        for place, word in enumerate(WORD.findall(sentence))
    ]
    spoken = sum(syllables(word, first=first) for word, first in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59
