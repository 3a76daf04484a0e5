"""Exports are read strictly and written so that they can be read again."""

import pytest
from opinionmap_data import REAL, real_export, write_small_export

from equalterms.engines.opinionmap import Cancelled, ExportError, read_export, write_export
from equalterms.engines.opinionmap.polis import ATTRIBUTION

HEAD = "timestamp,datetime,comment-id,voter-id,vote\n"


@pytest.fixture
def folder(tmp_path):
    return write_small_export(tmp_path / "export")


def test_an_export_is_read_whole(folder):
    export = read_export(folder)
    assert export.matrix.shape == (40, 9)
    assert export.matrix.n_votes == 320
    assert export.moderated == {7}
    assert not export.matrix.live_statements[7]
    assert export.texts[3] == 'Statement 3, with "words" & <marks>'
    assert export.texts[8] == "Nobody has\nvoted on this"
    assert export.groups[0] == 0
    assert export.groups[39] == 1
    assert export.summary["topic"] == "Buses & <trams>"
    assert export.attribution == ATTRIBUTION


def test_the_last_vote_by_time_counts_wherever_it_stands_in_the_file(folder):
    assert read_export(folder).matrix.table()[1, 0] == -1.0


def test_votes_alone_are_enough(folder):
    assert read_export(folder / "votes.csv").matrix.n_votes == 320
    for name in ("comments.csv", "participants-votes.csv", "summary.csv"):
        (folder / name).unlink()
    export = read_export(folder)
    assert export.texts == {}
    assert export.attribution is None


def test_careful_and_quick_reading_agree(folder):
    quick = read_export(folder / "votes.csv").matrix
    file = folder / "votes.csv"
    file.write_text(file.read_text().replace("Tue Jan 02 2024", '"Tue, Jan 02"'))
    assert read_export(file).matrix.digest == quick.digest


def test_names_may_be_text(tmp_path):
    (tmp_path / "votes.csv").write_text(HEAD + "1,,s1,ann,1\n2,,s1,bob,-1\n")
    assert read_export(tmp_path).matrix.participant_ids.tolist() == ["ann", "bob"]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "empty"),
        ("timestamp,comment-id,vote\n", 1, "lacks voter-id"),
        ("vote,vote,timestamp,comment-id,voter-id\n", 1, "twice in the header"),
        (HEAD + "1,x,0,0,1\n1,x,0,0\n", 3, "4 cells where the header has 5"),
        (HEAD + "1,x,0,0,1,9\n", 2, "6 cells"),
        (HEAD + "1,x,0,0,2\n", 2, "vote is '2'"),
        (HEAD + "1,x,0,0,\n", 2, "vote is ''"),
        (HEAD + "1,x,0,0,1.0\n", 2, "vote is '1.0'"),
        (HEAD + "1,x,0,0,nan\n", 2, "vote is 'nan'"),
        (HEAD + "soon,x,0,0,1\n", 2, "timestamp is 'soon'"),
        (HEAD + "1,x,,0,1\n", 2, "comment-id is empty"),
        (HEAD + '1,"x,0,0,1\n', 2, "not a row of a CSV file"),
        (HEAD + "1,x,0,0,1\n1,x,0,0,1,1\n1,x,0,0\n", 3, "6 cells"),
        (HEAD + "99999999999999999999999,x,0,0,1\n", 2, "not a whole number"),
    ],
)
def test_a_malformed_vote_is_named_by_file_line_and_reason(tmp_path, text, line, reason):
    (tmp_path / "votes.csv").write_text(text)
    with pytest.raises(ExportError, match=reason) as found:
        read_export(tmp_path)
    assert (found.value.file, found.value.line) == ("votes.csv", line)
    assert str(found.value).startswith(f"votes.csv, line {line}: ")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("comments.csv", "comment-id,comment-body,moderated\n1,a,1\n1,b,1\n", 3),
        ("comments.csv", "comment-id,comment-body,moderated\n1,a,yes\n", 2),
        ("participants-votes.csv", "participant,group-id,1\n1,0,5\n", 2),
        ("participants-votes.csv", "participant,group-id,1\n1,first,1\n", 2),
        ("summary.csv", "topic\n", 1),
    ],
)
def test_a_malformed_row_of_another_file_is_named_too(folder, name, text, line):
    (folder / name).write_text(text)
    with pytest.raises(ExportError) as found:
        read_export(folder)
    assert (found.value.file, found.value.line) == (name, line)


def test_text_that_is_not_utf8_is_named(folder):
    (folder / "comments.csv").write_bytes(b"comment-id,comment-body,moderated\n1,\xff\xfe,1\n")
    with pytest.raises(ExportError, match="line 2: this is not UTF-8"):
        read_export(folder)


def test_a_missing_export_is_said_plainly(tmp_path):
    with pytest.raises(ExportError, match="no such file"):
        read_export(tmp_path)


def test_a_folder_without_votes_is_read_from_the_table_of_participants(tmp_path):
    (tmp_path / "participants-votes.csv").write_text("participant,group-id,n-votes,4,9\n1,0,2,1,-1\n2,,1,,0\n")
    export = read_export(tmp_path)
    assert export.matrix.n_votes == 3
    assert export.groups == {1: 0}


def test_what_is_written_can_be_read_again(folder, tmp_path):
    export = read_export(folder)
    files = write_export(tmp_path / "copy", export)
    again = read_export(tmp_path / "copy")
    assert sorted(f.name for f in files) == ["comments.csv", "participants-votes.csv", "summary.csv", "votes.csv"]
    assert again.matrix.digest == export.matrix.digest
    assert (again.texts, again.groups, again.moderated) == (export.texts, export.groups, export.moderated)
    assert again.attribution == ATTRIBUTION


def test_reading_can_be_stopped(folder):
    with pytest.raises(Cancelled):
        read_export(folder, progress=lambda step, done: False)


@pytest.mark.parametrize("name", REAL)
def test_a_real_export_is_read_and_written_unchanged(name, tmp_path):
    export = read_export(real_export(name))
    write_export(tmp_path, export)
    assert read_export(tmp_path).matrix.digest == export.matrix.digest
    assert export.attribution == ATTRIBUTION
