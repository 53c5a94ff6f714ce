"""Phrases of the vocabulary in a text, as they stand there."""

from directory.vocabulary.current import current


def belongs_to_phrase(words: str, text: str) -> bool:
    """Whether words of a text stand in a longer phrase of it that means a need or a target group: "alene i weekenden"."""
    words, text = words.casefold(), text.casefold()
    everyday = (phrase.casefold() for concept in current().concepts for phrase in concept.everyday)
    return any(words in phrase and words != phrase and phrase in text for phrase in everyday)
