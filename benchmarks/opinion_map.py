"""Side by side: this opinion map engine and red-dwarf 0.4.0, CPU seconds and peak memory on the same votes.

Run with the project's Python; red-dwarf lives in an environment of its own (it is no dependency of the project):

    python benchmarks/opinion_map.py --peer /path/to/red-dwarf/bin/python --case 10k
    python benchmarks/opinion_map.py --case 1m
    python benchmarks/opinion_map.py --peer ... --export /path/to/a/polis/export

Each side runs in a process of its own, warmed by a small conversation first; CPU seconds are of all its threads.
"""

import argparse
import json
import math
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

CASES = {
    "1k": (1_000, 100, 42_000),
    "real-size": (2_031, 896, 226_000),
    "10k": (10_000, 300, 580_000),
    "100k": (100_000, 500, 6_200_000),
    "1m": (1_000_000, 1_000, 64_000_000),
}
NEW_VOTES = 1_000
PEOPLE_A_BATCH = 50_000
WARM_UP = (300, 40, 6_000)
STOPPED_AT = 360
"""Times our CPU seconds after which red-dwarf is stopped on a conversation of millions of votes."""
MILLIONS = 2_000_000
AGAIN = 1.2
"""Draws for each vote, as some fall on a statement that the person has already voted on."""


def conversation(people, statements, votes, *, seed=0, groups=3):
    """Yield batches (participants, statements, votes) of a realistic sparse conversation.

    Votes a person are log-normal; statements differ in how many saw them, as early ones do; people hold group
    leanings plus their own on two further matters, differ in how readily they agree, and pass about one time in six.
    """
    rng = np.random.default_rng(seed)
    reach = rng.gamma(1.2, size=statements) + 0.05
    reach = np.cumsum(reach) / reach.sum()
    leaning = rng.normal(size=(groups, statements)) * np.array([1.6, 0.9, 1.2, 0.7])[:groups, None]
    matters = rng.normal(size=(2, statements)) * 0.5
    liked = rng.normal(size=statements)
    each = votes / people * AGAIN
    for first in range(0, people, PEOPLE_A_BATCH):
        n = min(PEOPLE_A_BATCH, people - first)
        counts = np.clip(rng.lognormal(np.log(each) - 0.32, 0.8, n), 1, statements).astype(np.int64)
        person = np.repeat(np.arange(n, dtype=np.int32), counts)
        statement = np.searchsorted(reach, rng.random(person.size))
        once = rng.permutation(np.unique(person.astype(np.int64) * statements + statement))
        person, statement = (once // statements).astype(np.int32), (once % statements).astype(np.int16)
        group = rng.choice(
            groups, size=n, p=np.array([0.5, 0.3, 0.2, 0.1])[:groups] / sum([0.5, 0.3, 0.2, 0.1][:groups])
        )
        own = rng.normal(size=(n, 2))
        score = leaning[group[person], statement] + liked[statement] + 0.4 * rng.normal(size=n)[person]
        for side in range(2):
            score += own[person, side] * matters[side, statement]
        score += rng.logistic(size=person.size)
        vote = np.where(score > 0.45, 1, np.where(score < -0.45, -1, 0)).astype(np.int8)
        yield person + np.int32(first), statement, vote


def columns_of(case):
    return [np.concatenate(c) for c in zip(*conversation(*case), strict=True)]


def usage():
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return time.process_time(), time.perf_counter(), peak


def repeated(work, times):
    best = None
    for _ in range(times):
        cpu, wall, _ = usage()
        work()
        cpu2, wall2, peak = usage()
        taken = {"cpu": cpu2 - cpu, "wall": wall2 - wall, "peak_mb": peak}
        best = taken if best is None or taken["cpu"] < best["cpu"] else best
    return {**best, "peak_mb": usage()[2]}


def side_ours(votes_file, times):
    from equalterms.engines.opinionmap import VoteMatrix, draw

    draw(VoteMatrix.from_columns(*columns_of(WARM_UP)), seed=0)
    loaded = np.load(votes_file)
    columns = [loaded[name] for name in ("participants", "statements", "votes")]
    return repeated(lambda: draw(VoteMatrix.from_columns(*columns), seed=0), times)


def side_peer(votes_file, times, stop_after=None):
    from reddwarf.implementations.polis import run_clustering

    def as_dicts(columns):
        rows = zip(*(c.tolist() for c in columns), strict=True)
        return [{"participant_id": p, "statement_id": s, "vote": v} for p, s, v in rows]

    run_clustering(votes=as_dicts(columns_of(WARM_UP)), random_state=0)
    loaded = np.load(votes_file)
    votes = as_dicts([loaded[name] for name in ("participants", "statements", "votes")])
    if stop_after:
        last = math.ceil(time.process_time() + stop_after)
        resource.setrlimit(resource.RLIMIT_CPU, (last, last))
    return repeated(lambda: run_clustering(votes=votes, random_state=0), times)


def side_large(case):
    """The largest case: build from batches, draw, and work in new votes, in one process."""
    from equalterms.engines.opinionmap import VoteMatrix, draw, refresh

    small = [np.array(c) for c in columns_of(WARM_UP)]
    warm = draw(VoteMatrix.from_columns(*small), seed=0)
    refresh(warm, tuple(c[:9] for c in small), exact=False)
    cpu0, wall0, _ = usage()
    batches = list(conversation(*CASES[case]))
    cpu, wall, peak = usage()
    report = {"generating": {"cpu": cpu - cpu0, "wall": wall - wall0, "peak_mb": peak}}

    def timed(name, work):
        cpu, wall, _ = usage()
        result = work()
        cpu2, wall2, peak = usage()
        report[name] = {"cpu": cpu2 - cpu, "wall": wall2 - wall, "peak_mb": peak}
        return result

    matrix = timed("building", lambda: VoteMatrix.from_batches(batches))
    batches.clear()
    drawn = timed("drawing", lambda: draw(matrix, seed=0))
    rng = np.random.default_rng(1)
    people, statements, _ = CASES[case]
    new = rng.integers(0, people, NEW_VOTES), rng.integers(0, statements, NEW_VOTES), rng.integers(-1, 2, NEW_VOTES)
    for turn in range(3):
        timed(f"1,000 new votes, frozen basis ({turn + 1})", lambda: refresh(drawn, new, exact=False))
    placed = refresh(drawn, new, exact=False)
    timed("reading everyone's position after it", lambda: placed.positions)
    for turn in range(2):
        moved = timed(f"1,000 new votes, exact ({turn + 1})", lambda: refresh(drawn, new))
    report["shape"] = [*matrix.shape, matrix.n_votes, matrix.nbytes]
    report["groups"] = [g.size for g in drawn.groups], [g.size for g in moved.groups]
    return report


def run_side(python, *arguments):
    done = subprocess.run(
        [python, __file__, *map(str, arguments)], stdout=subprocess.PIPE, check=True, env=environment()
    )
    return json.loads(done.stdout.splitlines()[-1])


def environment():
    return {**os.environ, "PYTHONHASHSEED": "0"}


def whole_process(python, *arguments):
    """CPU seconds and peak memory of a process from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([python, *map(str, arguments)], stdout=subprocess.DEVNULL, check=True, env=environment())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


OURS_WHOLE = (
    "import sys\n"
    "from equalterms.engines.opinionmap.command import main\n"
    "sys.exit(main([sys.argv[1], '--json', sys.argv[2]]))\n"
)
PEER_WHOLE = (
    "import sys, csv, json\n"
    "from reddwarf.implementations.polis import run_clustering\n"
    "rows = csv.DictReader(open(sys.argv[1], newline=''))\n"
    "votes = [{'participant_id': int(r['voter-id']), 'statement_id': int(r['comment-id']),"
    " 'vote': int(r['vote'])} for r in rows]\n"
    "found = run_clustering(votes=votes, random_state=0)\n"
    "json.dump({'participants': found.participants_df.reset_index().to_dict('records'), 'groups': found.repness,"
    " 'statements': found.statements_df.reset_index().to_dict('records')}, open(sys.argv[2], 'w'), default=str)\n"
)


def compared(columns, name, peer, times, peer_times):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "votes.npz"
        np.savez(file, participants=columns[0], statements=columns[1], votes=columns[2])
        ours = run_side(sys.executable, "--side", "ours", "--votes", file, "--times", times)
        limit = math.ceil(STOPPED_AT * ours["cpu"]) if columns[0].size >= MILLIONS else 0
        theirs = peer_side(peer, file, peer_times, limit) if peer else None
        row(name, ours, theirs)
        if peer and columns[0].size < MILLIONS:
            votes = Path(folder) / "votes.csv"
            lines = (
                f"{i},,{s},{p},{v}\n" for i, (p, s, v) in enumerate(zip(*(c.tolist() for c in columns), strict=True))
            )
            votes.write_text("timestamp,datetime,comment-id,voter-id,vote\n" + "".join(lines), encoding="utf-8")
            out = Path(folder) / "out.json"
            mine = min(whole_process(sys.executable, "-c", OURS_WHOLE, votes, out) for _ in range(3))
            other = whole_process(peer, "-c", PEER_WHOLE, votes, out)
            print(
                f"| {name}, whole process from votes.csv to JSON | {mine:.2f} s | {other:.2f} s | {other / mine:.1f}x |"
            )


def peer_side(peer, file, times, limit):
    """The other side's seconds and memory; the limit and no memory when it had to be stopped."""
    try:
        return run_side(peer, "--side", "peer", "--votes", file, "--times", times, "--stop-after", limit)
    except subprocess.CalledProcessError as stopped:
        if limit and stopped.returncode in (-signal.SIGKILL, -signal.SIGXCPU):
            return {"cpu": limit, "peak_mb": None}
        raise


def row(name, ours, theirs):
    mine = f"{ours['cpu']:.3f} s, {ours['peak_mb']:.0f} MB"
    if theirs is None:
        print(f"| {name} | {mine} | not run | |")
    else:
        ratio = theirs["cpu"] / ours["cpu"]
        if theirs["peak_mb"] is None:
            print(f"| {name} | {mine} | stopped unfinished after {theirs['cpu']} s | over {ratio:.0f}x |")
            return
        print(f"| {name} | {mine} | {theirs['cpu']:.2f} s, {theirs['peak_mb']:.0f} MB | {ratio:.0f}x |")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--case", choices=CASES, action="append", default=[])
    parser.add_argument("--export", type=Path, action="append", default=[])
    parser.add_argument("--peer", help="the Python of an environment with red-dwarf 0.4.0")
    parser.add_argument("--side", choices=("ours", "peer", "large"))
    parser.add_argument("--votes", type=Path)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--stop-after", type=float)
    options = parser.parse_args()
    if options.side == "large":
        print(json.dumps(side_large(options.case[0])))
    elif options.side:
        ours = options.side == "ours"
        done = (
            side_ours(options.votes, options.times)
            if ours
            else side_peer(options.votes, options.times, options.stop_after)
        )
        print(json.dumps(done))
    else:
        for case in options.case:
            if case == "1m":
                print(json.dumps(run_side(sys.executable, "--side", "large", "--case", case), indent=1))
            else:
                few = 1 if CASES[case][2] > 200_000 else 3
                compared(columns_of(CASES[case]), case, options.peer, options.times, few)
        for folder in options.export:
            from equalterms.engines.opinionmap import read_export

            table = read_export(folder).matrix.table()
            person, statement = np.nonzero(~np.isnan(table))
            columns = person, statement, table[person, statement].astype(np.int8)
            compared(columns, folder.name, options.peer, options.times, 3)


if __name__ == "__main__":
    main()
