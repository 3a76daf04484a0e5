"""One file that holds a whole site: the database as its own tool writes it, every stored file, and the ledger's head.

The database is written first and the files after it, so every file of which the database speaks is there; one added
meanwhile does no harm.
"""

import io
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.db import connection, connections

FORMAT = 1
MANIFEST, DATABASE, FILES, PRIVATE = "manifest.json", "database", "files", "private"


def write_archive(target: Path) -> dict[str, Any]:
    """Write the archive at `target` and return its manifest. `target` appears only when it is complete."""
    building = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent) as folder, building.open("xb") as raw:
            os.chmod(building, 0o600)
            dump = Path(folder) / DATABASE
            _dump(dump)
            manifest = {
                "format": FORMAT,
                "database": connection.vendor,
                "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
                "head": _head_in(dump),
                "files": sum(len(stored_files(folder)) for folder in folders().values()),
                "folders": list(folders()),
            }
            with tarfile.open(fileobj=raw, mode="w") as archive:
                _add_bytes(archive, MANIFEST, json.dumps(manifest, indent=1).encode())
                archive.add(dump, DATABASE)
                for name, place in folders().items():
                    for path in stored_files(place):
                        archive.add(path, f"{name}/{path.relative_to(place).as_posix()}", recursive=False)
        building.replace(target)
    finally:
        building.unlink(missing_ok=True)
    return manifest


def read_archive(source: Path) -> dict[str, Any]:
    """Put the archive in the place of database and files, and return its manifest. Raises ValueError if it is none."""
    try:
        with tarfile.open(source) as archive, tempfile.TemporaryDirectory(dir=settings.EQUALTERMS_HOME) as folder:
            manifest = _manifest_of(archive)
            dump = Path(folder) / DATABASE
            _write_out(archive, archive.getmember(DATABASE), dump)
            # A backup from before private files were in it leaves them as they are.
            names = [name for name in folders() if name in manifest.get("folders", [FILES])]
            for member in archive:
                name, _slash, path = member.name.partition("/")
                if name in names and path and member.isfile():
                    _write_out(archive, member, Path(folder) / name / _safe(path))
            _load(dump)
            for name in names:
                _replace_files(Path(folder) / name, folders()[name])
    except (tarfile.TarError, KeyError, EOFError) as problem:
        raise ValueError(f"{source} is not a backup of Equal Terms, or it is not complete.") from problem
    return manifest


def folders() -> dict[str, Path]:
    """Return where files are stored, by their name in the archive: those with an address, and private ones.

    Those in a bucket are not part of the archive: the bucket has its own backups.
    """
    home = Path(settings.EQUALTERMS_HOME)
    kept = {FILES: storages["default"], PRIVATE: storages["private"]}
    return {
        name: Path(storage.location) if isinstance(storage, FileSystemStorage) else home / name
        for name, storage in kept.items()
    }


def stored_files(folder: Path) -> list[Path]:
    """Return every file stored in a folder, in order."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _manifest_of(archive: tarfile.TarFile) -> dict[str, Any]:
    file = archive.extractfile(MANIFEST)
    manifest = json.loads(file.read()) if file else {}
    if manifest.get("format") != FORMAT:
        raise ValueError("This backup was written by another version that this one cannot read.")
    if manifest["database"] != connection.vendor:
        raise ValueError(
            f"This backup is of a {manifest['database']} database, and DATABASE_URL names a {connection.vendor} one."
        )
    return manifest


def _safe(name: str) -> Path:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError("This backup names a file outside its own folder. It was not put back.")
    return Path(path)


def _write_out(archive: tarfile.TarFile, member: tarfile.TarInfo, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    found = archive.extractfile(member)
    if found is None:
        raise KeyError(member.name)
    with found, target.open("wb") as out:
        shutil.copyfileobj(found, out)


def _add_bytes(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size = len(content)
    archive.addfile(info, io.BytesIO(content))


def _replace_files(restored: Path, folder: Path) -> None:
    restored.mkdir(exist_ok=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = folder.with_name(f"{folder.name}.before")
    shutil.rmtree(aside, ignore_errors=True)
    if folder.exists():
        folder.replace(aside)
    shutil.copytree(restored, folder)
    shutil.rmtree(aside, ignore_errors=True)


def _dump(target: Path) -> None:
    """Write the database as it is at one moment, while others go on writing."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with sqlite3.connect(target) as copy:
            connection.connection.backup(copy)
        copy.close()
        return
    # --serializable-deferrable is not needed: pg_dump reads one snapshot.
    _postgres_program("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")


def _load(dump: Path) -> None:
    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        connections.close_all()
        for ending in ("-wal", "-shm"):
            Path(f"{path}{ending}").unlink(missing_ok=True)
        beside = path.with_name(f"{path.name}.restoring")
        shutil.copyfile(dump, beside)
        beside.replace(path)
        return
    connections.close_all()
    flags = ("--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error")
    _postgres_program("pg_restore", *flags, f"--dbname={connection.settings_dict['NAME']}", str(dump))


def _head_in(dump: Path) -> str:
    """Return the ledger's head as the dump holds it, which others may have passed since."""
    if connection.vendor == "sqlite":
        with sqlite3.connect(dump) as copy:
            return copy.execute("SELECT digest FROM ledger_head").fetchone()[0]
    listed = subprocess.run(  # noqa: S603  (PostgreSQL's own program on our own file)
        ["pg_restore", "--data-only", "--table=ledger_head", "--file=-", str(dump)],  # noqa: S607
        check=True,
        capture_output=True,
    )
    rows = listed.stdout.decode().partition("COPY public.ledger_head")[2].splitlines()[1:]
    return rows[0].split("\t")[2]


def _postgres_program(name: str, *flags: str) -> None:
    said = connection.settings_dict
    environment = dict(os.environ)
    wanted = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    environment |= {ours: str(said[theirs]) for ours, theirs in wanted.items() if said[theirs]}
    subprocess.run([name, *flags], check=True, capture_output=True, env=environment)  # noqa: S603
