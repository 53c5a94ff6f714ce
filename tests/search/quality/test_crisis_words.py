"""The words of crisis that ship: how people who need help now write it, and what only looks like it."""

from pathlib import Path
from random import Random

import pytest

from search.danish.tables import function_words
from search.plan.crisis import CrisisFinder
from search.plan.patterns import Shape, is_slot
from tests.search import judged
from tests.search.engines import analyser

JUDGED = Path(__file__).parents[1] / "data" / "crisis_dev.json"

#: As people write it: about themselves and about others, with mistakes, on a keyboard without Danish letters.
CRISES = {
    "life": """
        jeg vil dø
        dø
        jeg vil gerne doe
        har lyst til at dø
        tanker om selvmord
        selvmorstanker
        min søn har selvmordstanker
        min datter siger hun ikke vil leve
        jeg orker ikke livet mere
        orker ik mere
        jeg vil dræbe mig selv
        hun vil dræbe sig selv
        tage mig selv af dage
        han vil tage sig af dage
        jeg vil bare væk fra livet
        væk fra denne verden
        jeg har ikke lyst til at leve længere
        har mistet lysten til livet
        livet er ikke værd at leve
        jeg vil ikke være her mere
        gid jeg ikke var her mere
        alle har det bedre uden mig
        jeg har taget en masse piller
        jeg vil hænge mig
        springe ud foran et tog
        kaste mig ud fra broen
        jeg vil bare forsvinde
        ønsker at sove og aldrig vågne
        jeg skærer i mig selv
        han har skrevet et afskedsbrev
        min ven taler om at tage livet af sig
        bange for at min bror tager sit liv
        jeg ville ønske jeg var død
        hellere være død
        sige farvel til livet
        holde op med at leve
        kan ikke se nogen mening med livet længere
        vil skade mig selv
        skær mig selv i armen
        han sidder foran fjernsynet og har taget tyve piller
    """,
    "violence": """
        min mand slår mig
        jeg gemmer mig på badeværelset han banker på døren og råber
        når han er fuld så slår han
        han slaar mig
        jeg bliver banket af min mand
        min kæreste banker mig
        jeg får bank derhjemme
        fik tæv af min far
        slået af min eks
        min eks truer mig
        truet på livet af min eksmand
        han tog kvælertag
        min samlever kvæler mig
        voldtægt
        blev voldtaget
        voldtaegt
        jeg er bange for min mand
        tør ikke gå hjem
        bange for at tage hjem til min kæreste
        min mand er voldelig
        voldelig over for mig og børnene
        han låser mig inde
        stalket af min eks
        min eks forfølger mig
        min datter bliver slået af sin kæreste
        krisecenter
        min far rører ved mig
        han lægger hånd på mig
        psykisk vold
    """,
    "acute": """
        overdosis
        overdossis
        han har taget en overdosis
        min søn har taget for meget
        min ven har taget alt for meget ghb
        min kammerat trækker ikke vejret
        hun vågner ikke
        kan ikke vække ham
        han reagerer ikke efter at have taget stoffer
        blå læber
        min kæreste er faldet om
        kramper efter alkohol
        delirium
        fentanyl
        ligger bevistløs
        skum om munden
    """,
}

#: Grief, illness, everyday life, and words that share their letters with the others.
HARMLESS = """
    min søn sidder foran computeren hele dagen
    gået kold på jobbet
    sukker skal ud af mit liv
    jeg svarer ikke når de ringer
    krampe i læggen
    trusler fra inkasso
    min mand er død
    min mor døde i sidste måned
    min far ligger for døden
    dødsfald i familien
    jeg har mistet min kone
    sorggruppe
    enke
    slår græs
    slå knuder
    hænge ud med andre
    hænge billeder op
    leve sundt
    leve med angst
    livet efter en blodprop
    livet som pensionist
    mere kaffe
    vil gerne leve sundere
    springe i sneen
    hoppe i trampolin
    tage toget til Vejle
    broen til job
    bange for at gå ud
    bange for at være alene
    bange for edderkopper
    tør ikke gå ud alene
    tør ikke tage bussen
    tør ikke møde op alene
    svært ved at komme hjem fra sygehuset
    hjælp til at komme ud
    banko
    bankospil for ældre
    hjælp fra banken
    tæppe og puder
    tæve hund
    spark i gang
    fodbold
    volleyball
    vold spil
    kontrol af blodtryk
    styr på økonomien
    kroppen ryster
    parkinson
    alkohol
    drikker for meget
    stoppe med at ryge
    hash
    piller for højt blodtryk
    hjælp til medicin
    gift med en fra et andet land
    skilt
    kæreste
    ensom
    ked af det
    depression
    angst
    lyst til at synge
    lyst til at møde andre
    lyst til at gå ture
    forsvinde i skoven en time
    dør til dør
    åben dør
    gratis
    være her og nu
    ikke være alene
    vågner om natten
    sover dårligt
    skære ned på kaffe
    hjælp til at skære i træ
    førstehjælp
    hjertekursus
"""

#: A false alarm is cheap, a miss is not: so many of the harmless ones may be taken for a crisis.
FALSE_ALARMS = 0.05


def lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def finder():
    words = judged.vocabulary()
    return CrisisFinder(words.crisis, analyser(), words.slots, words.harmless)


def found(finder, text):
    return finder.find([token.text for token in analyser().tokens(text)])


@pytest.mark.parametrize("topic", CRISES)
def test_no_crisis_is_missed(finder, topic):
    assert [text for text in lines(CRISES[topic]) if topic not in found(finder, text)] == []


def test_few_other_words_are_taken_for_one(finder):
    alarms = [(text, topics) for text in lines(HARMLESS) if (topics := found(finder, text))]
    assert len(alarms) <= FALSE_ALARMS * len(lines(HARMLESS)), alarms


def test_grief_is_no_crisis(finder):
    for text in ("min mand er død", "min mor døde", "hun dør snart", "dødsfald", "min far ligger for døden"):
        assert found(finder, text) == ()


def test_sentences_that_must_raise_the_card_do_and_few_others_do(finder):
    texts = judged.read(JUDGED)
    missed = [text for text, _ in texts["must"] if not found(finder, text)]
    assert len(missed) <= 0.03 * len(texts["must"]), missed
    alarms = [text for text in texts["must_not"] if found(finder, text)]
    assert len(alarms) <= 0.06 * len(texts["must_not"]), alarms


def test_most_sentences_that_nobody_listed_raise_the_card(finder):
    texts = judged.read(JUDGED.with_name("crisis_dev2.json"))
    # The sentences are not told: half of them are to stay unread by whoever changes the patterns.
    missed = sum(not found(finder, text) for text, _ in texts["must"])
    alarms = sum(bool(found(finder, text)) for text in texts["must_not"])
    assert missed <= 0.05 * len(texts["must"])
    assert alarms <= 0.06 * len(texts["must_not"])


#: Shorter words are too like each other for one letter to be a mistake.
LETTERS = 6
#: A slip that makes another word is read as that word: "leve" and "lave".
TRIED = 3


def slipped(random, word):
    """The word with one letter too many, too few, another one, or two swapped; its first letter stays."""
    at, letter = random.randrange(1, len(word)), random.choice("abcdefghijklmnoprstuvyæøå")
    return random.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        ]
    )


def said(random, phrase):
    """The words of a phrase, with a word in each of its slots."""
    slots = {slot.name: slot.words for slot in judged.slots()} | {"antal": ("20",)}
    parts = [random.choice(slots[part[1:-1]]) if is_slot(part) else part for part in Shape.of(phrase).parts]
    return [part.lstrip("=") for part in parts]


def test_no_card_is_lost_by_a_mistake_of_one_letter(finder):
    random, lost, tried = Random(1), [], 0
    for phrase in [phrase for crisis in judged.crises() for phrase in crisis.phrases] * TRIED:
        words = said(random, phrase)
        long = [at for at, word in enumerate(words) if len(word) >= LETTERS and word not in function_words()]
        if not long or not found(finder, " ".join(words)):
            continue
        at = random.choice(long)
        slip = slipped(random, words[at])
        if slip != words[at] and not analyser().dictionary.has_form(slip):
            tried += 1
            text = " ".join([*words[:at], slip, *words[at + 1 :]])
            lost += [] if found(finder, text) else [text]
    assert tried > 500
    assert lost == []
