"""Settings: flat values read from the environment. Imported by nobody; Django loads it by name."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from cms import environment as env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.text("VAR_DIR", str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

DEMO = env.flag("DEMO", False)
DEBUG = env.flag("DEBUG", False)
# The explorer of the GraphQL interface, at its address in a browser.
GRAPHIQL = env.flag("GRAPHIQL", DEBUG or DEMO)
SITE_URL = env.address("SITE_URL", f"http://localhost:{env.integer('PORT', 8000, least=1, most=65535)}")
SITE_NAME = env.text("SITE_NAME", "Communiqué")
SECRET_KEY = env.secret("SECRET_KEY", VAR_DIR / "secret-key")
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", SITE_URL)
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "cms.website.errors.stale_form"
# In every ETag: a deployment changes answers. Set it to the commit in production, or leave it to the sources.
SOURCES = ("cms", "home", "news", "media_library", "search", "templates")
BUILD = env.text("BUILD", "") or env.fingerprint(BASE_DIR, *SOURCES)

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "users.User"

INSTALLED_APPS = [
    # Ours come first, so that our commands and templates win over those they replace.
    "cms.users",
    "cms.pages",
    "cms.jobs",
    "cms.store",
    "cms.publishing",
    "cms.translation",
    "cms.vocabulary",
    "media_library",
    "news",
    "home",
    "search",
    "cms.website",
    "cms.api",
    "cms.graphql",
    "wagtail_localize",
    "wagtail.locales",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.embeds",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.website.middleware.language_by_path",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "cms.users.middleware.admin_in_own_language",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.pages.redirects.RedirectReaders",
    "cms.translation.middleware.TellRefusals",
]

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
            ],
        },
    }
]

# Two connections: "default" writes, "reader" serves the public from the store. A reader inside an
# immediate SQLite transaction would wait for every writer; in production the reader is another role.
_SQLITE_URL = f"sqlite:///{VAR_DIR / 'communique.sqlite3'}"
DATABASES = {
    "default": env.with_options(env.database("DATABASE_URL", _SQLITE_URL), role="writer"),
    "reader": env.with_options(
        env.database("READER_URL", env.text("DATABASE_URL", _SQLITE_URL)), role="reader"
    ),
}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator")
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    }
]

# Two equal languages.
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français")]
FORMAT_MODULE_PATH = ["cms.formats"]
LOCALE_PATHS = [BASE_DIR / "cms" / "locale"]
WAGTAIL_I18N_ENABLED = True
# What editors call the languages, in their own; a language's own name is for whoever chooses it.
WAGTAIL_CONTENT_LANGUAGES = [("en", _("English")), ("fr", _("French"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True
USE_TZ = True
TIME_ZONE = env.zone("TIME_ZONE", "Europe/Brussels")
# No: the gate of docs/embargo.md stands, nothing is public in one language alone but what is exempt.
ALLOW_ONE_LANGUAGE = env.flag("ALLOW_ONE_LANGUAGE", True)
# How much a process keeps of what was asked of it: counts, facets, searches, GraphQL answers.
ANSWER_MAP_BYTES = env.integer("ANSWER_MAP_MB", 32, least=0, most=4096) * 1024 * 1024
# For how many seconds caches may give out answers of the interface without asking. What is withdrawn is given out as long.
API_MAX_AGE = env.integer("API_MAX_AGE", 0, least=0, most=86_400)
# Who may read /metrics: the bearer of this, or without one whoever asks from this machine.
METRICS_TOKEN = env.text("METRICS_TOKEN", "")

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "templates" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
# How long an address of a private file opens it that the admin has shown.
MEDIA_LINK_SECONDS = env.integer("MEDIA_LINK_SECONDS", 3600, least=60, most=86_400)
# The internal location of nginx that serves MEDIA_ROOT (docs/media.md); without one the web process serves files.
MEDIA_ACCEL_PREFIX = env.location("MEDIA_ACCEL_PREFIX", apart_from=MEDIA_URL)
STORAGES = {
    "default": {"BACKEND": "cms.contract.files.PrivateFiles"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEMO or DEBUG
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAIL_SITE_NAME = SITE_NAME
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_USER_MODEL = AUTH_USER_MODEL
WAGTAILIMAGES_IMAGE_MODEL = "media_library.PressImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "media_library.forms.PressImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 30 * 1024 * 1024
# To the signed address, which ends.
WAGTAILDOCS_SERVE_METHOD = "redirect"
WAGTAILDOCS_DOCUMENT_MODEL = "media_library.PressDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "media_library.forms.PressDocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "cms.publishing.workflow.finish"
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []  # nothing is fetched from outside
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "cms.pages.search_index"}}
TAGGIT_CASE_INSENSITIVE = True

TASKS = {"default": {"BACKEND": "cms.jobs.backend.JobBackend", "QUEUES": []}}

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "newsroom@localhost")

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_URL.startswith("https://")
X_FRAME_OPTIONS = "SAMEORIGIN"
LOGIN_URL = "wagtailadmin_login"

# SQLite has no columns beside an index's keys; it reads the rows instead.
SILENCED_SYSTEM_CHECKS = ["models.W040"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"single_line": {"()": "cms.environment.SingleLine"}},
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["single_line"]}
    },
    "root": {
        "handlers": ["stderr"],
        "level": env.choice("LOG_LEVEL", "INFO", ["DEBUG", "INFO", "WARNING", "ERROR"]),
    },
}
