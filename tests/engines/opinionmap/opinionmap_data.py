"""Conversations made for the tests: votes with planted groups, without any, and a small export written by hand."""

import os
from pathlib import Path

import numpy as np
import pytest

from equalterms.engines.opinionmap import VoteMatrix

REAL = ("vtaiwan.uberx", "london.youth.policing")


def planted(people=300, statements=40, votes_each=25, groups=3, *, seed=1, strength=1.6):
    """Columns of votes and each person's planted group: groups differ in what they agree with."""
    rng = np.random.default_rng(seed)
    group = rng.integers(0, groups, people)
    leaning = rng.normal(size=(groups, statements)) * strength
    person = np.repeat(np.arange(people), votes_each)
    statement = np.concatenate([rng.permutation(statements)[:votes_each] for _ in range(people)])
    score = leaning[group[person], statement] + rng.logistic(size=person.size)
    vote = np.where(score > 0.3, 1, np.where(score < -0.3, -1, 0))
    return (person, statement, vote), group


def without_groups(people=300, statements=30, votes_each=20, *, seed=1, agreeable=0.0, yes_sayers=0.0):
    """Columns of votes in which nobody's votes tell anything about another's."""
    rng = np.random.default_rng(seed)
    person = np.repeat(np.arange(people), votes_each)
    statement = np.concatenate([rng.permutation(statements)[:votes_each] for _ in range(people)])
    score = rng.normal(size=statements)[statement] + agreeable * rng.normal(size=people)[person]
    vote = np.where(score + rng.logistic(size=person.size) > 0, 1, -1)
    always = rng.random(people) < yes_sayers
    return person, statement, np.where(always[person], 1, vote)


def matrix_of(columns):
    return VoteMatrix.from_columns(*columns)


def write_small_export(folder: Path) -> Path:
    """An export of 40 people in two camps and 8 statements, one of them moderated out; one vote is changed later."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = ["timestamp,datetime,comment-id,voter-id,vote"]
    for person in range(40):
        for statement in range(8):
            side = 1 if (person < 20) == (statement < 4) else -1
            vote = 0 if (person + statement) % 11 == 0 else side
            rows.append(f"{1000 + person},Tue Jan 02 2024,{statement},{person},{vote}")
    rows.insert(1, "5000,Tue Jan 02 2024,0,1,-1")
    (folder / "votes.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    comments = ["timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body"]
    comments += [
        f'1000,Tue,{s},0,0,0,{-1 if s == 7 else 1},"Statement {s}, with ""words"" & <marks>"' for s in range(8)
    ]
    comments.append('1000,Tue,8,0,0,0,0,"Nobody has\nvoted on this"')
    (folder / "comments.csv").write_text("\n".join(comments) + "\n", encoding="utf-8")
    head = "participant,group-id,n-comments,n-votes,n-agree,n-disagree"
    groups = [f"{p},{int(p >= 20)},0,8,4,4" for p in range(40)]
    (folder / "participants-votes.csv").write_text("\n".join([head, *groups]) + "\n", encoding="utf-8")
    (folder / "summary.csv").write_text("topic,Buses & <trams>\nurl,https://pol.is/abc\n", encoding="utf-8")
    return folder


def real_export(name: str) -> Path:
    """The folder of a real conversation, or a skipped test that says what is missing."""
    beside = Path(__file__).resolve().parents[4] / "shared" / "data" / "polis"
    folder = Path(os.environ.get("EQUALTERMS_POLIS_DATA", beside)) / name
    if not (folder / "votes.csv").is_file():
        pytest.skip(f"the real conversation {name} is not here (EQUALTERMS_POLIS_DATA names its parent folder)")
    return folder


def adjusted_rand(one, other) -> float:
    """The plain definition, by pairs, to check the engine against."""
    one, other = np.asarray(one), np.asarray(other)
    same_one, same_other = one[:, None] == one, other[:, None] == other
    upper = np.triu_indices(one.size, 1)
    a, b = same_one[upper], same_other[upper]
    both, expected = (a & b).sum(), a.sum() * b.sum() / a.size
    most = (a.sum() + b.sum()) / 2
    return 1.0 if most == expected else float((both - expected) / (most - expected))
