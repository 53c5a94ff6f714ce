"""The second opinion of the sentence model, by the model itself; where it cannot run there is nothing to ask."""

import pytest

from search.contract import Entry, Query, Relaxed
from search.semantic import Likeness, Model, can_run
from search.semantic.model import MOST_PIECES
from search.vocabulary import EMPTY, Vocabulary
from tests.search.engines import ENGINES, FACETS, address, analyser, finder

VISITS = Entry("offer:1", "Besøgsvenner i Odense", summary="En frivillig kommer hjem til dig, når du er alene.")
DEBT = Entry("offer:2", "Gældsrådgivning", summary="Hjælp til at få overblik over din gæld og dit budget.")
CHOIR = Entry("offer:3", "Kor for alle", summary="Vi synger sammen hver tirsdag aften.")
#: Enough of them for one to stand out.
OTHERS = [
    Entry(f"offer:{10 + n}", title)
    for n, title in enumerate(
        (
            "Strikkecafé",
            "Fodbold for mænd",
            "Gåtur i skoven",
            "Sorggruppe",
            "Rygestop",
            "Værested",
            "Lektiehjælp",
            "Yoga",
        )
    )
]
SKIPPED = "the sentence model is not installed, or the processor cannot run it"
needs_model = pytest.mark.skipif(not can_run(), reason=SKIPPED)


@pytest.fixture(scope="module")
def model():
    return Model()


@pytest.fixture(params=ENGINES)
def engine(request, tmp_path, model):
    return made(request, tmp_path, model, Likeness(model))


def made(request, folder, model, likeness, vocabulary: Vocabulary = EMPTY):
    # Each engine's client takes a moment to load.
    from search.elastic import ElasticEngine, ElasticStore  # noqa: PLC0415
    from search.embedded import EmbeddedStore  # noqa: PLC0415

    kept = (analyser(), FACETS, ("need",), model.of_entry)
    if request.param == "embedded":
        engine = finder(EmbeddedStore(folder, *kept), vocabulary, likeness=likeness)
    else:
        store = ElasticStore(address(request.getfixturevalue("elasticsearch_url"), "meant"), *kept, timeout=20.0)
        engine = finder(store, vocabulary, kind=ElasticEngine, likeness=likeness, patience=30.0)
    engine.rebuild([VISITS, DEBT, CHOIR, *OTHERS])
    return engine


@needs_model
def test_what_no_word_has_is_found_in_another_language_and_stands_beside_the_hits(engine):
    results = engine.search(Query("i owe money to the bank", counted=("need",)))
    assert results.more[:1] == ("offer:2",)
    assert results.total == 0, "no number tells what stands beside"
    assert results.understood.loosened == (Relaxed("meaning"),)


@needs_model
def test_what_is_chosen_holds_for_what_stands_beside(engine):
    assert engine.search(Query("i owe money to the bank", scope={"need": ("motion",)})).more == ()


@needs_model
def test_one_word_a_paragraph_and_words_as_typed_get_no_second_opinion(engine):
    for query in (Query("gåtur"), Query("støtte efter § 85"), Query("mangler nogen at tale med", exactly=True)):
        assert engine.search(query).more == ()


@needs_model
def test_words_alone_decide_where_entries_were_written_without_the_model(tmp_path, model):
    from search.embedded import EmbeddedStore  # noqa: PLC0415

    engine = finder(EmbeddedStore(tmp_path, analyser(), FACETS), likeness=Likeness(model))
    engine.rebuild([VISITS, DEBT])
    results = engine.search(Query("hjælp til gæld"))
    assert (results.ids, results.more) == (("offer:2",), ())


@needs_model
def test_a_text_is_read_once_however_often_it_is_written(model):
    assert model.of_entry(VISITS) == model.of_entry(VISITS)
    assert model._passage.cache_info().hits


@pytest.mark.parametrize("flags", ["", "flags\t\t: fpu sse sse2", "flags\t\t: fpu avx2 fma"])
def test_a_processor_without_the_instructions_is_not_asked_to_run_the_model(tmp_path, flags):
    processor = tmp_path / "cpuinfo"
    processor.write_text(f"processor\t: 0\n{flags}\n")
    assert not can_run(processor)


def test_a_system_that_does_not_tell_its_processor_is_not_asked_either(tmp_path):
    assert not can_run(tmp_path / "cpuinfo")


@needs_model
@pytest.mark.parametrize("word", ["ensom", "zqxartvw", "漢字"])
def test_of_a_question_without_end_the_beginning_is_read(model, word):
    # What comes after it changes nothing: whoever writes on and on costs no more than a long question.
    question = " ".join([word] * MOST_PIECES * 2)
    assert (model.of_query(f"{question} kor") == model.of_query(f"{question} sne")).all()


@needs_model
def test_a_question_of_some_sentences_is_read_whole(model):
    question = "Min mor er lige død, og jeg kan ikke sove. Jeg vil gerne tale med andre, der har prøvet det samme"
    assert (model.of_query(question) != model.of_query(f"{question}, uden at det koster noget")).any()
