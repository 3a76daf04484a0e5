"""The principal axes of the votes, exact for missing votes imputed by their column's mean, never made dense.

Imputing a column's mean and centring leaves zero in every empty cell, so the sparse matrix (vote - column mean) holds
the whole problem. Axes come from a block Krylov space with full orthogonalisation and a Rayleigh-Ritz step, and are
accepted by their residual against the gap between eigenvalues (Saad, "Numerical Methods for Large Eigenvalue
Problems", 2011, chapters 4 and 6).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .identity import Ids, mixed
from .packing import STANCES, Packed
from .passes import STANCE_VALUES, Floats, Walk
from .splicing import span

BLOCK = 4
"""Vectors a pass carries: two or three axes and their nearest rivals."""
ANGLE = 1e-5
"""An axis is accepted when its residual is under this share of the gap: a bound on the sine of its error, and so a
cosine of 0.9999999999 with the true axis."""
ANGLE_WHEN_WARM = 1e-4
MANY_VOTES = 2_000_000
"""The same from so many votes on, where a pass is dear, for a search that starts from earlier axes: 0.99999999."""
PASSES = 48
"""Passes after which the axes are taken as they are and the map says that they are not well determined."""
_SAMPLE_ROWS = 8_192
_SAMPLE_PASSES = 6
"""Above four times this many people the search starts from the axes of so many, chosen by hash of id."""
_NEGLIGIBLE = 1e-10
_ROUNDING = 64
"""Residuals of so many units of rounding are as good as none."""
_LARGEST_SPACE = 20
"""Vectors of the search space before it is cut back: LAPACK starts its threads above this, which then spin."""
_KEPT_AT_RESTART = 8
_PASSES_BEFORE_WHOLE = 14
_WHOLE_WORK = 2e9
"""Statements times votes up to which the whole scatter matrix may be formed when the search is slow."""
_WHOLE_BLOCK = 64


@dataclass(frozen=True)
class Axes:
    """Principal axes: ``means`` (statements,), ``components`` (axes, statements), ``variances`` (axes,)."""

    means: Floats
    components: Floats
    variances: Floats
    total_variance: float
    settled: bool
    """False when the passes ran out: directions of nearly equal weight, so that their order is arbitrary."""


def column_means(tallies: Floats, live: NDArray[np.bool_]) -> Floats:
    """Mean vote of each statement over those who voted; 0 without votes. ``tallies`` is (statements, 3)."""
    seen = tallies.sum(axis=1)
    return np.where(live & (seen > 0), (tallies @ STANCE_VALUES) / np.maximum(seen, 1.0), 0.0)


def code_values(means: Floats, live: NDArray[np.bool_]) -> Floats:
    """Vote minus column mean for each statement and stance, 0 for excluded statements. Shape (statements, 3)."""
    return np.asarray((STANCE_VALUES[None, :] - means[:, None]) * live[:, None])


def axis_table(values: Floats, vectors: Floats) -> Floats:
    """What each code adds along each of ``vectors`` (statements, w). Shape (3 * statements, w)."""
    table = values[:, :, None] * vectors[:, None, :]
    return np.ascontiguousarray(table.reshape(-1, vectors.shape[1]))


def principal_axes(
    walk: Walk,
    tallies: Floats,
    *,
    n_axes: int,
    ids: Ids,
    keep: NDArray[np.bool_] | None,
    live: NDArray[np.bool_],
    start: Floats | None = None,
    passes: int = PASSES,
) -> Axes:
    """Return the first ``n_axes`` principal axes (fewer when the votes vary in fewer directions).

    ``tallies`` (statements, 3) counts the votes of the rows in ``keep``; ``start`` (w, statements) warms the search.
    Signs: the cubes of a component's loadings add up to a positive number.
    """
    means = column_means(tallies, live)
    values = code_values(means, live)
    total = float((tallies * values**2).sum())
    freedom = max(int(walk.n_rows if keep is None else keep.sum()) - 1, 1)
    if total <= _NEGLIGIBLE:
        return Axes(means, np.zeros((0, means.size)), np.zeros(0), 0.0, True)
    rough = start
    if start is None and walk.n_rows > 4 * _SAMPLE_ROWS:
        rough = _sample_start(walk, ids, keep, live)
    first = _first_block(values, tallies, rough)
    vectors, weights, settled = _krylov(walk, values, keep, first, n_axes, passes, _angle(walk, start is not None))
    strong = weights > _NEGLIGIBLE * total
    vectors, weights = vectors[:, strong], weights[strong]
    return Axes(means, _signed(vectors).T.copy(), weights / freedom, total / freedom, settled)


def _angle(walk: Walk, warm: bool) -> float:
    return ANGLE_WHEN_WARM if warm and walk.packed.codes.size >= MANY_VOTES else ANGLE


def _signed(vectors: Floats) -> Floats:
    lean = (vectors**3).sum(axis=0)
    signed: Floats = vectors * np.where(lean < 0, -1.0, 1.0)
    return signed


def _first_block(values: Floats, tallies: Floats, start: Floats | None) -> Floats:
    """Starting vectors: those given, filled up with directions drawn from the statements' own spread."""
    spread = np.sqrt((tallies * values**2).sum(axis=1))
    draws = np.random.Generator(np.random.PCG64(0)).standard_normal((spread.size, BLOCK))
    vectors = spread[:, None] * draws
    if start is not None and start.size:
        given = start[:BLOCK].T
        vectors = np.hstack([given, vectors[:, : BLOCK - given.shape[1]]])
    return np.where((spread > 0)[:, None], vectors, 0.0)


def _sample_start(walk: Walk, ids: Ids, keep: NDArray[np.bool_] | None, live: NDArray[np.bool_]) -> Floats:
    """Rough axes of a sample of people chosen by hash of id, never by the place of a row."""
    rows = sample_rows(ids, keep, _SAMPLE_ROWS)
    part = Walk(rows_packed(walk.packed, rows), walk.n_statements)
    tallies = part.code_sums(np.ones((rows.size, 1))).reshape(-1, STANCES)
    return principal_axes(
        part, tallies, n_axes=BLOCK, ids=ids[rows], keep=None, live=live, passes=_SAMPLE_PASSES
    ).components


def sample_rows(ids: Ids, keep: NDArray[np.bool_] | None, size: int, seed: int = 0) -> NDArray[np.int64]:
    """Return about ``size`` kept rows with the lowest hash of id, in rising order (all when there are fewer)."""
    rows = np.arange(ids.size) if keep is None else np.flatnonzero(keep)
    if rows.size <= size:
        return rows
    ranks = mixed(ids[rows], seed)
    return np.sort(rows[np.argpartition(ranks, size)[:size]])


def rows_packed(packed: Packed, rows: NDArray[np.int64]) -> Packed:
    """Return only these rows."""
    places, counts = span(packed.starts, rows)
    starts = np.zeros(rows.size + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return Packed(starts, packed.codes[places], 0)


def _krylov(
    walk: Walk, values: Floats, keep: NDArray[np.bool_] | None, first: Floats, n_axes: int, passes: int, angle: float
) -> tuple[Floats, Floats, bool]:
    """Leading eigenvectors (statements, axes) and eigenvalues of the scatter matrix, and whether they settled."""
    block = _orthonormal(first, None)
    basis = np.empty((first.shape[0], 0))
    images = np.empty_like(basis)
    small, turn, weights = np.empty((0, 0)), np.empty((0, 0)), np.empty(0)
    work = first.shape[0] * walk.packed.codes.size
    for number in range(passes):
        if number == _PASSES_BEFORE_WHOLE and work <= _WHOLE_WORK:
            return _whole(walk, values, keep, n_axes)
        if basis.shape[1] + block.shape[1] > _LARGEST_SPACE:
            turn = turn[:, :_KEPT_AT_RESTART]
            basis, images, small = basis @ turn, images @ turn, np.diag(weights[:_KEPT_AT_RESTART])
        image = _scatter(walk, values, keep, block)
        basis, images = np.hstack([basis, block]), np.hstack([images, image])
        small = _bordered(small, basis.T @ image)
        weights, turn = np.linalg.eigh(small)
        weights, turn = weights[::-1], turn[:, ::-1]
        if number + 1 == passes:
            break
        if _accepted(basis, images, weights, turn, n_axes, angle):
            return basis @ turn[:, :n_axes], weights[:n_axes].copy(), True
        block = _orthonormal(image, basis)
        if block.shape[1] == 0:
            return basis @ turn[:, :n_axes], weights[:n_axes].copy(), True
    return basis @ turn[:, :n_axes], weights[:n_axes].copy(), False


def _bordered(small: Floats, edge: Floats) -> Floats:
    """The symmetric matrix ``small`` with the columns ``edge`` added to its right and, turned, below."""
    size, width = small.shape[0], edge.shape[1]
    whole = np.empty((size + width, size + width))
    whole[:size, :size] = small
    whole[:, size:] = edge
    whole[size:, :size] = edge[:size].T
    return whole


def _scatter(walk: Walk, values: Floats, keep: NDArray[np.bool_] | None, vectors: Floats) -> Floats:
    """The scatter matrix (statements x statements) times ``vectors``, in one pass over the votes."""
    sums = walk.round_trip(axis_table(values, vectors), keep).reshape(values.shape[0], STANCES, -1)
    result = sums[:, 0] * values[:, 0, None]
    for stance in range(1, STANCES):
        result += sums[:, stance] * values[:, stance, None]
    return np.asarray(result)


def _orthonormal(vectors: Floats, basis: Floats | None) -> Floats:
    """Orthonormal directions of ``vectors`` that are new to ``basis`` (Gram-Schmidt twice is enough)."""
    size = np.sqrt((vectors**2).sum(axis=0)).max(initial=0.0)
    if size == 0.0:
        return vectors[:, :0]
    vectors = vectors / size
    if basis is not None:
        for _ in range(2):
            vectors = vectors - basis @ (basis.T @ vectors)
    left, strength, _ = np.linalg.svd(vectors, full_matrices=False)
    left = left[:, strength > _NEGLIGIBLE]
    if basis is not None and left.shape[1]:
        left = left - basis @ (basis.T @ left)
        left /= np.sqrt((left**2).sum(axis=0))
    return left


def _whole(walk: Walk, values: Floats, keep: NDArray[np.bool_] | None, n_axes: int) -> tuple[Floats, Floats, bool]:
    """The same from the whole scatter matrix: for votes without structure, where a search converges slowly."""
    size = values.shape[0]
    scatter = np.empty((size, size))
    for start in range(0, size, _WHOLE_BLOCK):
        width = min(_WHOLE_BLOCK, size - start)
        scatter[:, start : start + width] = _scatter(walk, values, keep, np.eye(size, width, -start))
    weights, vectors = np.linalg.eigh((scatter + scatter.T) / 2)
    return vectors[:, ::-1][:, :n_axes].copy(), weights[::-1][:n_axes].copy(), True


def _accepted(basis: Floats, images: Floats, weights: Floats, turn: Floats, n_axes: int, angle: float) -> bool:
    """Whether each leading axis of the space has a residual that is small beside the gaps to its neighbours."""
    if weights.size <= n_axes:
        return False
    vectors = basis @ turn[:, :n_axes]
    residual = np.sqrt(((images @ turn[:, :n_axes] - vectors * weights[:n_axes]) ** 2).sum(axis=0))
    steps = -np.diff(weights[: n_axes + 1], prepend=np.inf)
    gaps = np.minimum(steps[:-1], steps[1:])
    floor = np.finfo(float).eps * _ROUNDING * weights[0]
    return bool((residual <= np.maximum(angle * gaps, floor)).all())
