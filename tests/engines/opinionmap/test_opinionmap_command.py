"""The command: formats as promised, a picture anyone can read, errors in one line, and a quick start."""

import json
import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from opinionmap_data import matrix_of, planted, without_groups, write_small_export

from equalterms.engines.opinionmap import draw, pictured
from equalterms.engines.opinionmap.command import main

SVG = "{http://www.w3.org/2000/svg}"
KEYS = ["engine", "seed", "digest", "participants", "groups", "statements", "consensus", "notes"]


@pytest.fixture
def folder(tmp_path):
    return write_small_export(tmp_path / "export")


def test_json_has_the_promised_form(folder, tmp_path):
    out = tmp_path / "map.json"
    assert main([str(folder), "--groups", "2", "--seed", "7", "--json", str(out)]) == 0
    whole = json.loads(out.read_text(encoding="utf-8"))
    assert list(whole) == KEYS
    assert whole["seed"] == 7
    assert set(whole["participants"][0]) == {"id", "x", "y", "group"}
    assert set(whole["groups"][0]) == {"id", "size", "representative"}
    assert set(whole["groups"][0]["representative"][0]) == {"statement", "agree", "disagree", "seen", "z"}
    assert set(whole["statements"][0]) == {
        "id", "text", "agree", "disagree", "pass", "seen", "consensus", "divisive",
    }  # fmt: skip
    assert [g["size"] for g in whole["groups"]] == [20, 20]
    assert 7 not in [s["id"] for s in whole["statements"]]
    assert "CC BY 4.0" in whole["notes"][-1]


def test_the_same_command_gives_the_same_bytes(folder, tmp_path):
    written = []
    for run in range(2):
        files = [tmp_path / f"{run}.json", tmp_path / f"{run}.svg"]
        assert main([str(folder), "--json", str(files[0]), "--svg", str(files[1])]) == 0
        written.append([f.read_bytes() for f in files])
    assert written[0] == written[1]


def test_polis_scaling_moves_positions_and_not_groups(folder, tmp_path):
    votes = folder / "votes.csv"
    votes.write_text("".join(line for line in votes.read_text().splitlines(True) if not line.endswith(",2,8,1\n")))
    wholes = []
    for extra in ([], ["--polis-scaling"]):
        out = tmp_path / "map.json"
        assert main([str(folder), "--json", str(out), *extra]) == 0
        wholes.append(json.loads(out.read_text()))
    assert wholes[0]["groups"] == wholes[1]["groups"]
    assert wholes[0]["participants"] != wholes[1]["participants"]


def test_without_files_the_map_is_told_in_words(folder, capsys):
    assert main([str(folder)]) == 0
    told = capsys.readouterr().out
    assert "40 people voted" in told
    assert "Group A (upward triangles), 20 people" in told
    assert "CC BY 4.0" in told


def test_progress_goes_to_standard_error(folder, capsys):
    assert main([str(folder), "--progress", "--json", "-"]) == 0
    caught = capsys.readouterr()
    assert "100%  done" in caught.err
    assert json.loads(caught.out)["seed"] == 0


def test_a_broken_export_gives_one_line_and_no_file(folder, tmp_path, capsys):
    (folder / "votes.csv").write_text("timestamp,datetime,comment-id,voter-id,vote\n1,x,0,0,5\n")
    out = tmp_path / "map.json"
    assert main([str(folder), "--json", str(out)]) == 1
    assert capsys.readouterr().err.startswith("equalterms opinion-map: votes.csv, line 2: vote is '5'")
    assert not out.exists()


@pytest.mark.parametrize("wrong", [["--groups", "0"], ["--groups", "two"], ["--seed", "x"], ["--nonsense"]])
def test_wrong_arguments_are_refused(folder, wrong, capsys):
    assert main([str(folder), *wrong]) == 2
    assert "usage" in capsys.readouterr().err


def test_help_answers_without_numpy():
    code = (
        "import sys; from equalterms.engines.opinionmap.command import main; main(['--help']); "
        "sys.exit(any(m in sys.modules for m in ('numpy', 'scipy', 'django')))"
    )
    assert subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=False).returncode == 0


def test_no_engine_module_loads_django():
    code = (
        "import sys, pkgutil, importlib, equalterms.engines.opinionmap as p; "
        "[importlib.import_module(f'{p.__name__}.{m.name}') for m in pkgutil.iter_modules(p.__path__)]; "
        "sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# ---- the picture


def pictures():
    texts = {s: f"Statement {s} <b>\"bold\"</b> & 'more' \x00" for s in range(40)}
    yield "groups", draw(matrix_of(planted(400, 40, 30, 3)[0]), seed=0), texts
    yield "five", draw(matrix_of(planted(400, 40, 30, 3)[0]), seed=0, groups=7), texts
    yield "one group", draw(matrix_of(without_groups()), seed=0), texts
    yield "small", draw(matrix_of(planted(12, 40, 30, 2)[0]), seed=0), texts
    yield "nobody", draw(matrix_of(([], [], [])), seed=0), {}


@pytest.mark.parametrize(("drawn", "texts"), [p[1:] for p in pictures()], ids=[p[0] for p in pictures()])
def test_the_picture_speaks_and_keeps_to_a_strict_policy(drawn, texts):
    text = pictured(drawn, texts, title="Buses & <trams>", name="m1", attribution="CC BY 4.0")
    root = ElementTree.fromstring(text)
    assert root.get("role") == "img"
    named = root.get("aria-labelledby").split()
    assert [root.find(SVG + "title").get("id"), root.find(SVG + "desc").get("id")] == named
    assert root.find(SVG + "title").text == "Buses & <trams>"
    assert "people voted" in root.find(SVG + "desc").text
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in {"svg", "title", "desc", "rect", "text", "path", "polygon"}
        assert not {a for a in element.attrib if a == "style" or a.startswith("on") or "href" in a}
    assert "CC BY 4.0" in "".join(root.itertext())


def test_groups_differ_by_shape_and_by_words():
    drawn = draw(matrix_of(planted(400, 40, 30, 3)[0]), seed=0)
    root = ElementTree.fromstring(pictured(drawn))
    corners = {}
    for mark in root.iter(SVG + "polygon"):
        corners.setdefault(mark.get("class"), set()).add(len(mark.get("points").split()))
    assert len(corners) == len(drawn.groups)
    assert len({tuple(c) for c in corners.values()}) == len(drawn.groups)
    words = " ".join(t.text for t in root.iter(SVG + "text"))
    for place, group in enumerate(drawn.groups):
        assert f"Group {'ABC'[place]}, {group.size} people" in words


def test_colours_of_marks_and_words_stand_out_from_the_paper():
    def light(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    from equalterms.engines.opinionmap import marks

    def contrast(colour):
        return (light(marks.PAPER) + 0.05) / (light(colour) + 0.05)

    assert all(contrast(c) >= 7 for c in (marks.INK, marks.QUIET))
    assert all(contrast(c) >= 4.5 for c in marks.COLOURS)


def test_no_mark_stands_outside_the_picture():
    text = pictured(draw(matrix_of(planted(2000, 40, 12, 3)[0]), seed=0, polis_scaling=True))
    width, height = map(float, re.search(r'viewBox="0 0 (\d+) (\d+)"', text).groups())
    for points in re.findall(r'points="([^"]+)"', text):
        for x, y in (p.split(",") for p in points.split()):
            assert 0 <= float(x) <= width
            assert 0 <= float(y) <= height
