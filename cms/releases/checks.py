"""Whether the address of news of the program can be trusted, said at start."""

from django.conf import settings
from django.core.checks import Error, Tags, register


@register(Tags.security)
def news_come_unchanged(app_configs=None, **kwargs):
    """Only https: else whoever stands between could tell administrators what he likes."""
    if not settings.NEWS_URL or settings.NEWS_URL.startswith("https://"):
        return []
    told = f"NEWS_URL has to begin with https://, and is {settings.NEWS_URL}."
    return [Error(told, hint="Leave it empty, and nobody outside is asked.", id="vejviser.E006")]
