"""Django's settings: wiring only. What an owner may choose is read and checked in `environment`."""

import json
import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from equalterms.site.environment import read_environment
from equalterms.site.logs import configure_logs

ENV = read_environment()
PACKAGE = Path(__file__).resolve().parent.parent

EQUALTERMS_MODE = ENV.mode
EQUALTERMS_HOME = ENV.home
IS_DEMO = ENV.mode == "demo"
SITE_URL = ENV.site_url
SOURCE_URL = os.environ.get("SOURCE_URL", "")  # where the source is kept; the site also gives it out itself
SITE_NAME = os.environ.get("SITE_NAME", "Equal Terms")
DEBUG = False
SECRET_KEY = ENV.secret_key
SECRET_KEY_FALLBACKS = ENV.secret_key_fallbacks
ALLOWED_HOSTS = ENV.allowed_hosts

INSTALLED_APPS = [
    "equalterms.examples",
    "equalterms.home",
    "equalterms.hub",
    "equalterms.plans",
    "equalterms.meetings",
    "equalterms.decisions",
    "equalterms.groups",
    "equalterms.documents",
    "equalterms.notices",
    "equalterms.people",
    "equalterms.ledger",
    "equalterms.design",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
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
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "equalterms.site.middleware.HealthPage",
    "equalterms.site.middleware.RequestLog",
    "equalterms.site.middleware.TrustedProxy",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "equalterms.site.kept_pages.KeptPages",
    "django.middleware.gzip.GZipMiddleware",
    "equalterms.site.middleware.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "equalterms.people.middleware.PersonMiddleware",
    "equalterms.hub.middleware.EditorsDoor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "equalterms.site.middleware.NoZeroBytes",
]

ROOT_URLCONF = "equalterms.site.urls"
WSGI_APPLICATION = "equalterms.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "equalterms.design.context.page",
            ],
            "builtins": ["equalterms.design.templatetags.design", "django.templatetags.i18n"],
        },
    }
]
FORM_RENDERER = "equalterms.design.forms.Renderer"

DATABASES = {"default": ENV.database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Public pages are kept in memory for a moment (site.kept_pages). Tests change tables behind the ledger's back.
KEEP_PUBLIC_PAGES = ENV.mode != "test"
STORAGES = {
    "default": ENV.files,
    "private": {  # no address leads here: a view gives a file out, after it has checked who asks
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": str(ENV.home / "private"),
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_HANDLERS = [
    "equalterms.documents.uploads.SizeLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
STATIC_URL = "/static/"
STATIC_ROOT = ENV.home / "static"
MEDIA_ROOT = ENV.home / "files"
MEDIA_URL = "/files/"
WHITENOISE_USE_FINDERS = ENV.mode == "test"
if ENV.mode == "test":  # nothing has been collected: files are served from where they stand
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = os.environ.get("TIME_ZONE", "Europe/London")
USE_I18N = True
USE_TZ = True

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:your_turn"
LOGOUT_REDIRECT_URL = "/"
SIGN_UP_OPEN = os.environ.get("SIGN_UP_OPEN", "yes").lower() in ("1", "true", "yes")  # no: by invitation only
CSRF_FAILURE_VIEW = "equalterms.people.views.csrf.text_kept"
SILENCED_SYSTEM_CHECKS = ["auth.W004"]  # e-mail addresses are unique by a constraint that ignores case

ACCOUNT_ADAPTER = "equalterms.people.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]  # no password: signing in is by code
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address is only ever written down after a code was sent to it
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # seconds; people need time to open their e-mail
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_TIMEOUT = 30 * 60
ACCOUNT_FORMS = {
    "login": "equalterms.people.forms.signing_in.SignInForm",
    "confirm_login_code": "equalterms.people.forms.signing_in.SignInCodeForm",
}
# Many people share one address (a library, a day centre, a proxy): limits per e-mail address are strict, those
# per network address only stop floods.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "300/m/ip,10/5m/key",
    "signup": "300/m/ip",
    "request_login_code": "300/m/ip,4/m/key,30/h/key",
}
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": True, "length": 8}
MFA_ADAPTER = "equalterms.people.adapter.PasskeyAdapter"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_FORMS = {"login_webauthn": "equalterms.people.forms.passkeys.SignInWithPasskeyForm"}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_REAUTHENTICATION_REQUIRED = False  # there is no password to ask for; each change is told by e-mail
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ENV.https

SESSION_COOKIE_SECURE = ENV.https
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = ENV.https
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = ENV.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENV.trusted_proxies else None
TRUSTED_PROXIES = ENV.trusted_proxies
SECURE_HSTS_SECONDS = 31_536_000 if ENV.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ENV.https
SECURE_HSTS_PRELOAD = ENV.https
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Persons are unique by e-mail without regard to capitals, by a constraint that this check does not know.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
SECURITY_CONTACT = os.environ.get("SECURITY_CONTACT", "")  # mailto:... or https://..., shown in security.txt

# A server's lines are JSON, one each; a person at a terminal reads plain words.
LOGGING_CONFIG = None
LOG_LINES = configure_logs("plain" if ENV.mode != "production" else os.environ.get("LOG_FORMAT", "json"))

globals().update(ENV.mail)
GOVUK_NOTIFY = ENV.notify  # None: no text messages, and letters are printed and posted by hand

# Where the ledger's head is mailed each day, so that a copy of it lives outside.
LEDGER_HEAD_TO = [to.strip() for to in os.environ.get("LEDGER_HEAD_TO", "").split(",") if to.strip()]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

WAGTAIL_SITE_NAME = SITE_NAME
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_PAGE_MODEL = "hub.BasePage"  # set before the first migration, for good (ADR 0012)
WAGTAILIMAGES_IMAGE_MODEL = "hub.Picture"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False, "USER_GROUPS": False}

# Whose site this is, and what its accessibility statement must say (SI 2018/952).
SITE_OWNER = {
    "name": os.environ.get("SITE_OWNER", "The organisation that runs this site"),
    "email": os.environ.get("SITE_OWNER_EMAIL", ""),
    "phone": os.environ.get("SITE_OWNER_PHONE", ""),
    "post": os.environ.get("SITE_OWNER_POST", ""),
}
ACCESSIBILITY = {
    "conformance": os.environ.get("ACCESSIBILITY_CONFORMANCE", "partial"),  # full, partial or none
    "problems": json.loads(os.environ.get("ACCESSIBILITY_PROBLEMS", "[]")),  # [{"kind", "what", "instead"}]
    "prepared_on": os.environ.get("ACCESSIBILITY_PREPARED_ON", "2026-11-22"),
    "reviewed_on": os.environ.get("ACCESSIBILITY_REVIEWED_ON", "2026-11-22"),
    "tested_on": os.environ.get("ACCESSIBILITY_TESTED_ON", "2026-11-22"),
    "tested_by": os.environ.get("ACCESSIBILITY_TESTED_BY", ""),
    "answer_days": int(os.environ.get("ACCESSIBILITY_ANSWER_DAYS", "10")),  # working days
    "enforcer": os.environ.get("ACCESSIBILITY_ENFORCER", "ehrc"),  # ehrc, or ecni in Northern Ireland
}
