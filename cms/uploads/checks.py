"""Whether the bucket of uploads can be used, and by the site alone."""

from django.core.checks import Tags, register
from django.core.checks import Warning as Caution
from django.core.files.storage import storages


@register(Tags.database)
def bucket_is_ready(app_configs=None, databases=None, **kwargs):
    """Where uploads are kept in a bucket, it answers, and nobody without the key may read it."""
    storage = storages["default"]
    if not databases or not hasattr(storage, "problem"):
        return []
    if problem := storage.problem():
        hint = "Is the server running, does the bucket exist, and may the key read, write, list and delete in it?"
        return [Caution(f"The bucket of uploads cannot be used: {problem}", hint=hint, id="vejviser.W006")]
    if storage.is_public():
        hint = "Make the bucket private: originals and documents of closed collections lie in it."
        return [Caution("Everybody may read the bucket of uploads.", hint=hint, id="vejviser.W007")]
    return []
