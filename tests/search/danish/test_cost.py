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


def seconds_of(work, fresh):
    """Seconds of this process's own time, the best of three: what other processes take does not count.

    Each time the work is done with a thing that is `fresh`, and so remembers nothing of the time before.
    """

    def once():
        made = fresh()
        start = process_time()
        work(made)
        return process_time() - start

    return min(once() for _ in range(3))


def test_a_text_is_read_in_the_time_of_a_hundred_looks_at_its_letters():
    """Some twenty were measured. A look is as fast or as slow as the machine is just now."""
    texts = offer_texts()
    looked = seconds_of(lambda read: [sum(map(ord, word)) for text in read for word in text.split()], lambda: texts)
    assert seconds_of(lambda analyser: [analyser.analyse(text) for text in texts], Analyser) < 100 * looked


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells how much memory is resident")
def test_a_process_grows_by_less_than_twenty_megabytes(tmp_path):
    forms = tmp_path / "forms.txt"
    forms.write_text("\n".join(sorted(dictionary()._forms.keys())[::25]), encoding="utf-8")
    code = GROWTH.replace("{forms}", str(forms))
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert float(told.stdout) < 20


def test_a_query_is_mended_about_as_fast_by_a_vocabulary_twenty_times_as_large(analyser, vocabulary):
    """As many words as a site with a hundred thousand offers knows; less than twice as slow was measured."""
    many = dict.fromkeys(sorted(dictionary()._lemmas.keys())[::2], 1) | vocabulary
    assert len(many) > 20 * len(vocabulary)
    chance, queries = random.Random(3), []
    asked = [word for word in sorted(vocabulary) if len(word) > 5]
    for number in range(300):
        query = chance.sample(asked, 3)
        if number % 4 == 0:  # one query in four has a mistake in it
            query[0] = query[0][:2] + query[0][3:]
        queries.append(analyser.tokens(" ".join(query)))

    def mending(words):
        return seconds_of(
            lambda corrector: [corrector.correct(tokens) for tokens in queries], lambda: Corrector(analyser, words)
        )

    assert mending(many) < 5 * mending(vocabulary)
