"""Reads the settings that a server's owner gives in the environment, and refuses what is not safe, in plain words."""

import os
import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

NOTIFY_SETTINGS = ("api_key", "text_template", "letter_template", "url")
NOTIFY_URL = "https://api.notifications.service.gov.uk"
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
NOTIFY_KEY = re.compile(rf".-{UUID}-{UUID}$")  # name of the key, service ID, secret
TEMPLATE_ID = re.compile(UUID)
EXAMPLE_ID = "f33517ff-2a88-4f6e-b855-c550268ce08a"  # from Notify's own documentation
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
SHORTEST_SECRET = 50  # characters
SQLITE_OPTIONS = {
    # WAL and IMMEDIATE: with Django's defaults concurrent writers lose transactions on SQLite.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}


@dataclass(frozen=True)
class Environment:
    """What the environment says, checked."""

    mode: str  # "production", "demo" or "test"
    home: Path
    secret_key: str
    secret_key_fallbacks: list[str]
    allowed_hosts: list[str]
    database: dict[str, Any]
    mail: dict[str, Any]
    notify: dict[str, str] | None
    files: dict[str, Any]
    trusted_proxies: list[str]
    site_url: str
    https: bool


def refuse(message: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(message)


def read_environment(environ: dict[str, str] | None = None) -> Environment:
    """Read and check the environment. Raises ImproperlyConfigured with a sentence that says what to do."""
    env = dict(os.environ) if environ is None else environ
    mode = env.get("EQUALTERMS_MODE", "production")
    if mode not in ("production", "demo", "test"):
        raise refuse(f"EQUALTERMS_MODE is {mode!r}. Leave it out, or set it to production, demo or test.")
    home = Path(env.get("EQUALTERMS_HOME", "var")).expanduser().resolve()
    allowed = listed(env, "ALLOWED_HOSTS")
    secret = env.get("SECRET_KEY", "")
    site_url = env.get("SITE_URL", "").rstrip("/")
    fallbacks = listed(env, "SECRET_KEY_FALLBACKS")
    if mode == "production":
        check_secret(secret, "SECRET_KEY")
        for fallback in fallbacks:
            check_secret(fallback, "One of SECRET_KEY_FALLBACKS")
        check_hosts(allowed)
        if site_url and not site_url.startswith("https://"):
            raise refuse("SITE_URL must start with https:// because people sign in and share private things here.")
        site_url = site_url or f"https://{allowed[0].lstrip('.')}"
    else:
        check_demo_is_local(mode, allowed)
        allowed = [*LOOPBACK, "testserver"]
        secret = secret or "only-for-examples-and-tests-never-for-a-real-site-000"
        site_url = site_url or f"http://127.0.0.1:{env.get('PORT', '8000')}"
    return Environment(
        mode=mode,
        home=home,
        secret_key=secret,
        secret_key_fallbacks=fallbacks,
        allowed_hosts=allowed,
        database=database_from(env.get("DATABASE_URL", ""), home),
        mail=mail_from(env, mode, urlsplit(site_url).hostname or "localhost"),
        notify=notify_from(env, mode),
        files=files_from(env.get("STORAGE_URL", ""), home),
        trusted_proxies=listed(env, "TRUSTED_PROXY"),
        site_url=site_url,
        https=mode == "production",
    )


def listed(env: dict[str, str], name: str) -> list[str]:
    """Return what a setting names, separated by commas."""
    return [part.strip() for part in env.get(name, "").split(",") if part.strip()]


def check_secret(secret: str, name: str) -> None:
    if len(secret) < SHORTEST_SECRET or len(set(secret)) < 10:
        raise refuse(
            f"{name} is missing or too short. Set it to at least {SHORTEST_SECRET} random characters, for example "
            "the output of: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'. Keep it secret and keep it."
        )


def check_hosts(allowed: list[str]) -> None:
    if not allowed:
        raise refuse("ALLOWED_HOSTS is missing. Set it to the name of your site, for example: equal.example.org")
    if "*" in allowed:
        raise refuse("ALLOWED_HOSTS must not be *. Name the addresses of your site, separated by commas.")


def check_demo_is_local(mode: str, allowed: list[str]) -> None:
    strangers = [host for host in allowed if host not in LOOPBACK]
    if mode == "demo" and strangers:
        raise refuse(
            "The demo lets anybody sign in as anybody, so it only answers on this computer. "
            f"ALLOWED_HOSTS names {', '.join(strangers)}: leave EQUALTERMS_MODE out to run a real site."
        )


def database_from(url: str, home: Path) -> dict[str, Any]:
    """Return Django's settings for the database at `url`; with no URL, SQLite in `home`."""
    if not url:
        return _sqlite(home / "equalterms.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)))
    if parts.scheme not in ("postgres", "postgresql"):
        raise refuse(f"DATABASE_URL starts with {parts.scheme}://. Use postgresql://... or sqlite:///path/to/file.")
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    # reconnect_timeout: give up early, so that the next visitor tries afresh and the site is back within seconds.
    size = int(options.pop("pool_size", 8))
    options["pool"] = {"min_size": 1, "max_size": size, "timeout": 5, "reconnect_timeout": 3}
    options.setdefault("connect_timeout", 5)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or options.pop("host", "")),
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def _sqlite(path: Path) -> dict[str, Any]:
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": dict(SQLITE_OPTIONS)}


def mail_from(env: dict[str, str], mode: str, host: str) -> dict[str, Any]:
    """Return Django's e-mail settings from EMAIL_URL, or EMAIL_HOST and its companions."""
    sender = env.get("MAIL_FROM", f"no-reply@{host}")
    settings: dict[str, Any] = {"DEFAULT_FROM_EMAIL": sender, "SERVER_EMAIL": sender, "EMAIL_TIMEOUT": 20}
    url = env.get("EMAIL_URL", "")
    if not url and env.get("EMAIL_HOST"):
        return settings | {
            "EMAIL_HOST": env["EMAIL_HOST"],
            "EMAIL_PORT": number(env, "EMAIL_PORT", 587),
            "EMAIL_HOST_USER": env.get("EMAIL_HOST_USER", ""),
            "EMAIL_HOST_PASSWORD": env.get("EMAIL_HOST_PASSWORD", ""),
            "EMAIL_USE_TLS": env.get("EMAIL_USE_TLS", "yes").lower() in ("1", "yes", "true"),
        }
    if url in ("", "console://") and mode != "production":
        return settings | {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtps", "smtp+tls") or not parts.hostname:
        raise refuse(
            "EMAIL_URL is missing or cannot be read. People sign in with a code that comes by e-mail, so the site "
            "needs a mail server, for example: EMAIL_URL=smtp+tls://name:password@mail.example.org:587"
        )
    return settings | {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or {"smtp": 25, "smtps": 465, "smtp+tls": 587}[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }


def notify_from(env: dict[str, str], mode: str) -> dict[str, str] | None:
    """Return how to reach GOV.UK Notify, or None where it is not set up: then nothing is ever asked of it."""
    given = {name: env.get(f"GOVUK_NOTIFY_{name.upper()}", "").strip() for name in NOTIFY_SETTINGS}
    if not any(given.values()):
        return None
    if mode == "demo":
        raise refuse("The examples send nothing to anybody. Leave out the settings that begin with GOVUK_NOTIFY_.")
    if not NOTIFY_KEY.search(given["api_key"]):
        raise refuse(
            "GOVUK_NOTIFY_API_KEY is missing or cannot be read. It is a name and two long codes with hyphens between. "
            "Copy all of it from the page “API integration” of your service on GOV.UK Notify."
        )
    if not (given["text_template"] or given["letter_template"]):
        raise refuse(
            "GOVUK_NOTIFY_API_KEY needs GOVUK_NOTIFY_TEXT_TEMPLATE, GOVUK_NOTIFY_LETTER_TEMPLATE or both: "
            "the IDs of your templates on GOV.UK Notify."
        )
    for name in ("text_template", "letter_template"):
        if given[name] and not TEMPLATE_ID.fullmatch(given[name]):
            raise refuse(f"GOVUK_NOTIFY_{name.upper()} is no template ID. It looks like {EXAMPLE_ID}.")
    url = given["url"] or NOTIFY_URL
    if not url.startswith("https://") and not (mode == "test" and urlsplit(url).hostname in LOOPBACK):
        raise refuse("GOVUK_NOTIFY_URL must start with https:// because messages and addresses go there.")
    return given | {"url": url}


def number(env: dict[str, str], name: str, default: int) -> int:
    """Return a whole number from the environment."""
    given = env.get(name, str(default))
    if not given.isdigit():
        raise refuse(f"{name} is {given!r}. It must be a whole number.")
    return int(given)


def files_from(url: str, home: Path) -> dict[str, Any]:
    """Return where uploaded files are kept: in `home`, or in a bucket named by STORAGE_URL."""
    if not url:
        location = {"location": str(home / "files"), "base_url": "/files/"}
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": location}
    parts = urlsplit(url)
    if parts.scheme != "s3" or not parts.hostname:
        raise refuse("STORAGE_URL cannot be read. Use s3://name-of-bucket?endpoint_url=https://..., or leave it out.")
    if find_spec("storages") is None:
        raise refuse("STORAGE_URL needs one more package. Install it with: pip install 'equalterms[storage]'")
    options = {
        "bucket_name": parts.hostname,
        "default_acl": "private",
        "file_overwrite": False,
        "querystring_auth": True,
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options | dict(parse_qsl(parts.query))}
