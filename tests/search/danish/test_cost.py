"""What the analysis may cost: in time, since every text of a site goes through it, and in memory, in every process."""

import random
import subprocess
import sys
from pathlib import Path
from time import process_time

import pytest

from search.danish import Analyser, Corrector
from search.danish.dictionary import dictionary
from tests.search.danish.conftest import offer_texts

ROOT = Path(__file__).parents[3]

GROWTH = """
import re
from pathlib import Path

def resident():
    return int(re.search(r"VmRSS:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024

import marisa_trie, Stemmer, rapidfuzz, hashlib, search
from search.danish import Analyser
before = resident()
analyser = Analyser()
analyser.version
with Path("{forms}").open(encoding="utf-8") as forms:
    for form in forms:
        analyser.analyse(form)
print(resident() - before)
"""


def test_texts_are_read_at_fifteen_thousand_words_a_second():
    analyser, texts = Analyser(), offer_texts()
    start = process_time()
    words = sum(len(analyser.analyse(text).sequence) for text in texts)
    assert words / (process_time() - start) >= 15_000


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells how much memory is resident")
def test_a_process_grows_by_less_than_twenty_megabytes(tmp_path):
    forms = tmp_path / "forms.txt"
    forms.write_text("\n".join(sorted(dictionary()._forms.keys())[::25]), encoding="utf-8")
    code = GROWTH.replace("{forms}", str(forms))
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert float(told.stdout) < 20


def test_a_query_is_mended_within_three_milliseconds_by_a_large_vocabulary(analyser, vocabulary):
    """A hundred thousand words are more than a site with a hundred thousand offers knows."""
    many = dict.fromkeys(sorted(dictionary()._lemmas.keys())[::2], 1) | vocabulary
    corrector, chance, taken = Corrector(analyser, many), random.Random(3), []
    asked = [word for word in sorted(vocabulary) if len(word) > 5]
    for number in range(300):
        query = chance.sample(asked, 3)
        if number % 4 == 0:  # one query in four has a mistake in it
            query[0] = query[0][:2] + query[0][3:]
        tokens = analyser.tokens(" ".join(query))
        start = process_time()
        corrector.correct(tokens)
        taken.append(process_time() - start)
    assert sorted(taken)[int(len(taken) * 0.95)] < 0.003
