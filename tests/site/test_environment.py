"""What the environment may say: unsafe settings are refused with a sentence that says what to do."""

import os
import subprocess
import sys
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from equalterms.site.environment import Environment, read_environment

SECRET = "k3J9dkq0ZpXw81mLr5TtYc7VbN2sHgFa4eUo6iQRk2m4n6p8r0t1v3x"
REAL = {
    "SECRET_KEY": SECRET,
    "ALLOWED_HOSTS": "equal.example.org",
    "EMAIL_URL": "smtp+tls://name:p%40ss@mail.example.org",
    "EQUALTERMS_HOME": "var",
}


def read(**more: str) -> Environment:
    return read_environment({**REAL, **more})


def test_a_real_site_is_the_rule_and_expects_https() -> None:
    site = read()
    assert site.mode == "production"
    assert site.https
    assert site.site_url == "https://equal.example.org"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is missing or too short"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is missing or too short"),
        ({"SECRET_KEY": "a" * 60}, "SECRET_KEY is missing or too short"),
        ({"SECRET_KEY_FALLBACKS": "old"}, "SECRET_KEY_FALLBACKS"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS is missing"),
        ({"ALLOWED_HOSTS": "*"}, r"ALLOWED_HOSTS must not be \*"),
        ({"SITE_URL": "http://equal.example.org"}, "SITE_URL must start with https"),
        ({"EMAIL_URL": ""}, "EMAIL_URL is missing"),
        ({"EMAIL_URL": "console://"}, "EMAIL_URL is missing"),
        ({"EMAIL_URL": "mail.example.org"}, "EMAIL_URL is missing"),
        ({"EMAIL_URL": "", "EMAIL_HOST": "mail", "EMAIL_PORT": "many"}, "EMAIL_PORT"),
        ({"DATABASE_URL": "mysql://root@localhost/site"}, "DATABASE_URL starts with mysql"),
        ({"STORAGE_URL": "/srv/files"}, "STORAGE_URL cannot be read"),
        ({"EQUALTERMS_MODE": "debug"}, "EQUALTERMS_MODE is 'debug'"),
        ({"EQUALTERMS_MODE": "demo"}, "ALLOWED_HOSTS names equal.example.org"),
    ],
)
def test_what_is_not_safe_is_refused_in_words(said: dict[str, str], words: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=words):
        read(**said)


def test_a_demo_answers_only_on_this_computer() -> None:
    demo = read_environment({"EQUALTERMS_MODE": "demo", "ALLOWED_HOSTS": "localhost", "PORT": "8001"})
    assert set(demo.allowed_hosts) == {"127.0.0.1", "localhost", "[::1]", "testserver"}
    assert demo.site_url == "http://127.0.0.1:8001"
    assert demo.mail["EMAIL_BACKEND"].endswith("console.EmailBackend")


def test_mail_is_read_from_one_address() -> None:
    mail = read().mail
    assert mail["EMAIL_HOST"] == "mail.example.org"
    assert mail["EMAIL_HOST_PASSWORD"] == "p@ss"
    assert mail["EMAIL_PORT"] == 587
    assert mail["EMAIL_USE_TLS"]
    assert not mail["EMAIL_USE_SSL"]
    assert mail["DEFAULT_FROM_EMAIL"] == "no-reply@equal.example.org"


def test_mail_is_read_from_single_settings_too() -> None:
    mail = read(EMAIL_URL="", EMAIL_HOST="mail.example.org", EMAIL_HOST_USER="us", MAIL_FROM="us@example.org").mail
    assert (mail["EMAIL_HOST"], mail["EMAIL_HOST_USER"], mail["EMAIL_USE_TLS"]) == ("mail.example.org", "us", True)
    assert mail["DEFAULT_FROM_EMAIL"] == "us@example.org"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://us:p%2F@db.example.org:5433/site", ("site", "us", "p/", "db.example.org", "5433")),
        ("postgres:///site?host=/var/run/postgresql", ("site", "", "", "/var/run/postgresql", "")),
    ],
)
def test_a_postgresql_address_is_read(url: str, expected: tuple[str, ...]) -> None:
    database = read(DATABASE_URL=url).database
    assert tuple(database[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")) == expected
    assert database["CONN_HEALTH_CHECKS"]
    assert "host" not in database["OPTIONS"]


def test_sqlite_keeps_every_acknowledged_write() -> None:
    options: dict[str, Any] = read(DATABASE_URL="sqlite:////srv/site.sqlite3").database["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in options["init_command"]
    assert "journal_mode=WAL" in options["init_command"]


def test_files_are_private_in_a_bucket(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("equalterms.site.environment.find_spec", lambda name: object())
    options = read(STORAGE_URL="s3://papers?endpoint_url=https://s3.example.org").files["OPTIONS"]
    assert options["bucket_name"] == "papers"
    assert options["endpoint_url"] == "https://s3.example.org"
    assert options["default_acl"] == "private"
    assert options["querystring_auth"]


def test_a_bucket_without_its_package_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("equalterms.site.environment.find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match=r"equalterms\[storage\]"):
        read(STORAGE_URL="s3://papers")


def test_nobody_forwards_unless_named() -> None:
    assert read().trusted_proxies == []
    assert read(TRUSTED_PROXY="127.0.0.1, 10.0.0.2").trusted_proxies == ["127.0.0.1", "10.0.0.2"]


def test_djangos_own_checks_for_a_real_site_find_nothing(tmp_path: Any) -> None:
    environment = {**os.environ, **REAL, "EQUALTERMS_MODE": "production", "EQUALTERMS_HOME": str(tmp_path)}
    environment["DJANGO_SETTINGS_MODULE"] = "equalterms.site.settings"
    for name in ("DATABASE_URL", "DJANGO_ALLOW_ASYNC_UNSAFE"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout
