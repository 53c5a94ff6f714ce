"""Lets each room of the editors' tools register its own with Wagtail, and does nothing else."""

from cms.editing import (
    common,
    crisis,
    dashboard,
    duplicates,
    feedback,
    fence,
    health,
    indexing,
    learning,
    municipalities,
    offers,
    people,
    ready,
    releases,
    reporting,
    reviewing,
    uploading,
    vocabulary,
    words_and_places,
)

ROOMS = (
    common,
    offers,
    words_and_places,
    vocabulary,
    crisis,
    duplicates,
    feedback,
    fence,
    health,
    indexing,
    learning,
    municipalities,
    people,
    ready,
    releases,
    reporting,
    reviewing,
    uploading,
    dashboard,
)

for room in ROOMS:
    room.register()
