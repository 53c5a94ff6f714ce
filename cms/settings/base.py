"""Settings that are the same in development, tests and production."""

import dj_database_url
from django.utils.translation import gettext_lazy as _

from cms.settings.environment import BASE_DIR, VAR, flag, number, sqlite_url, text, words
from cms.settings.old_hosts import old_hosts
from cms.settings.signin import *  # noqa: F403 - settings modules extend each other, that is Django's way
from cms.settings.uploads import upload_storages
from cms.uploads.pictures import MAX_PIXELS, TYPES

INSTALLED_APPS = [
    "cms",
    "cms.signin",
    "directory",
    # Letters to the places; without the app there are none, and no such tables.
    "directory.reviewing",
    # One question to many places; it is built on the letters, and cannot be without them.
    "directory.asking",
    # What leads the site on hard days, by the answers of the places; it cannot be without the questions.
    "directory.hard_days",
    # Handing a citizen's wish over to an offer; built on the questions and letters, and cannot be without them.
    "directory.referrals",
    # Importing spreadsheets in the admin; without the app there is the command alone.
    "directory.uploading",
    # Changes that are made together; without the app each page is published by itself.
    "directory.changesets",
    # Links by which others see a draft; without the app nobody without an account sees one.
    "directory.previewing",
    # Notes, labels and watching of offers, saved views of their listing; without the app there are none.
    "directory.noting",
    # Scores, gaps and figures for editors; without the app there are none, and no monthly mail.
    "directory.reporting",
    # Web pages that do not answer any more; without the app nobody is told of them.
    "directory.links",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "cms.middleware.HeadMiddleware",
    "cms.old_hosts.OldHostMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # After the static files, which are packed already; before the packing, which is done once.
    "cms.kept_pages.KeptPagesMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "cms.middleware.ContentSecurityPolicyMiddleware",
    "cms.caching.CacheControlMiddleware",
    "cms.middleware.WithoutCprMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "directory.sites.site_of_request.SiteMiddleware",
    "directory.sites.unknown_host.UnknownHostMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "cms.signin.sessions.IdleSessionMiddleware",
    "cms.signin.steps.TwoStepsMiddleware",
    "cms.request_bodies.RequestBodyMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.redirects.BilingualRedirectMiddleware",
    # After messages, by which it says that something is refused.
    "cms.editing.fence.middleware.Fence",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "directory.sites.frame.frame",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"environment": "cms.jinja.environment"},
    },
]

DATABASES = {
    "default": dj_database_url.parse(text("DATABASE_URL") or sqlite_url(), conn_max_age=60, conn_health_checks=True)
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers never wait for a writer, and a writer waits its turn instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }

# In each process. Wagtail keeps in it for an hour which site has which address and which pictures are drawn; the keys change
# with the generation of what is kept, so that a change is seen by all. What is to count something needs a shared cache first.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "KEY_FUNCTION": "directory.models.generation.cache_key",
        "OPTIONS": {"MAX_ENTRIES": 3_000},
    }
}

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Danish")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "cms" / "wagtail_in_danish"]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = upload_storages() | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

WAGTAIL_SITE_NAME = "Vejviser"
WAGTAILADMIN_BASE_URL = text("ADMIN_BASE_URL", "http://localhost:8000")
WAGTAIL_CONTENT_LANGUAGES = [("da", "Dansk")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("da", "Dansk"), ("en", "English")]
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Avatars from a third party would tell it who works here.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_WORKFLOW_ENABLED = True
# Addresses are spelled in a-z, in the browser and here alike.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# No SVG: it can act. Pictures are drawn again before they are kept, see cms/uploads.
WAGTAILIMAGES_EXTENSIONS = list(TYPES)
WAGTAILIMAGES_MAX_IMAGE_PIXELS = MAX_PIXELS
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.uploads.forms.PictureForm"
WAGTAILIMAGES_RENDITION_STORAGE = "renditions"
# Documents go through the view that knows who may read them, and are saved, never shown by this site.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ics", "odp", "ods", "odt", "pdf", "pptx", "rtf", "txt", "xlsx"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.uploads.forms.DocumentForm"

#: Where visitors' search lives: empty for the embedded index in `SEARCH_INDEX_DIR`, or the address of an Elasticsearch.
SEARCH_URL = text("SEARCH_URL")
SEARCH_INDEX_DIR = text("SEARCH_INDEX_DIR", str(VAR / "index"))
#: Whether a sentence model gives a second opinion, where it is installed and the processor can run it.
SEARCH_MEANING = flag("SEARCH_MEANING", default=True)
#: What a monitor has to send as "Authorization: Bearer ..." to read /metrics; without one there is no such page.
METRICS_TOKEN = text("METRICS_TOKEN")
#: False only in tests whose subject is not the index: then changes are written to the outbox and stay there.
SEARCH_LIVE_UPDATES = True
#: Whether searches are counted, without knowing of anybody; see directory/learning/counting.py.
SEARCH_COUNTING = flag("SEARCH_COUNTING", default=True)

#: So many bytes of whole pages each process keeps; 0: none. See cms/kept_pages.py.
PAGES_KEPT_BYTES = number("PAGES_KEPT_BYTES", 16 * 2**20)

#: A backup older than so many days is told; 0 where backups are taken by other means than `manage.py backup`.
BACKUP_DAYS = number("BACKUP_DAYS", 2)
#: Hosts that sites had before, each with the one that it leads to.
OLD_HOSTS = old_hosts(words("OLD_HOSTS"))

#: The keys under which citizens' words in hand-overs are kept, the newest first; empty: nobody can hand over.
REFERRAL_KEYS = words("REFERRAL_KEYS")
#: So many days feedback from visitors is kept, read or not.
FEEDBACK_DAYS = number("FEEDBACK_DAYS", 180)
#: So many days older revisions of pages and rows are kept: names that were taken out stay in them so long.
REVISION_DAYS = number("REVISION_DAYS", 730)
#: After so many minutes without work an editor has to log in again.
SESSION_IDLE_MINUTES = number("SESSION_IDLE_MINUTES", 60)
#: Whether a proxy in front tells where a request came from; visitors could tell it too, so only then is it believed.
BEHIND_PROXY = flag("BEHIND_PROXY", default=False)

#: The operator's own map tiles behind the movable map, such as https://kort.example.dk/{z}/{x}/{y}.png; empty: the coast alone.
MAP_TILES_URL = text("MAP_TILES_URL")
#: Who is to be named for them, in a sentence.
MAP_TILES_CREDIT = text("MAP_TILES_CREDIT")

#: Whom to tell of a weakness: a mail address, or the address of a form. It stands in /.well-known/security.txt.
SECURITY_CONTACT = text("SECURITY_CONTACT")

#: An https address that tells of new versions, and of those with a fault; asked once a day. Empty: nobody outside is asked.
NEWS_URL = text("NEWS_URL")

#: Whether the web pages that listings lead to are asked now and then if they still answer.
LINKS_CHECKED = flag("LINKS_CHECKED", default=False)

#: The words of the crisis card need a clinician's approval; until then it shows 112 alone.
CRISIS_TEXTS_APPROVED = flag("CRISIS_TEXTS_APPROVED", default=False)

#: Whether `manage.py prepare` loads the demonstration when it is told nothing: only where no real visitors come.
DEMONSTRATION = False

#: Whether the page of all components is served at /stil/: for those who build, nothing for visitors.
STYLEGUIDE = flag("STYLEGUIDE", default=False)

#: Whether processes that serve do what is due by the clock where no worker was seen for a while.
WORK_IN_PROCESS = flag("WORK_IN_PROCESS", default=True)
TASKS = {"default": {"BACKEND": text("TASKS_BACKEND", "django_tasks.backends.immediate.ImmediateBackend")}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # What somebody searched for, and where from, is nobody's business.
    "filters": {"without_visitors": {"()": "cms.logs.WithoutVisitors"}},
    "formatters": {"without_values": {"()": "cms.logs.WithoutValues"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["without_visitors"],
            "formatter": "without_values",
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Also takes away the handler that sends errors by mail: mails would carry what a visitor sent.
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
        # A line for every task or request that went well would hide the one that did not.
        "django_tasks": {"level": "WARNING"},
        "elastic_transport": {"level": "WARNING"},
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}
