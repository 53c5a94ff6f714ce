"""Lets each room of the editors' tools register its own with Wagtail, and does nothing else."""

from cms.editing import (
    asking,
    changesets,
    common,
    crisis,
    dashboard,
    entitlements,
    feedback,
    fence,
    hard_days,
    health,
    indexing,
    learning,
    municipalities,
    offers,
    people,
    ready,
    releases,
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
    entitlements,
    feedback,
    fence,
    health,
    indexing,
    learning,
    municipalities,
    people,
    ready,
    releases,
    reviewing,
    asking,
    hard_days,
    uploading,
    changesets,
    dashboard,
)

for room in ROOMS:
    room.register()
