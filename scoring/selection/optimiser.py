"""The one door to the optimiser: small integer problems, and no answer taken on trust.

HiGHS computes in floating point. So each solution is rounded and checked in integers, and what no solution can prove,
that there is none or none better, is asked twice in two different ways. What depends on which solution it happens to
find is asked nowhere: a caller gets the greatest value, which is the same on every machine.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from scoring.scoring_error import ScoringError

MOST_SECONDS = 60.0
_WAYS: tuple[Mapping[str, Any], ...] = (
    {"random_seed": 0, "presolve": "choose"},
    {"random_seed": 1, "presolve": "off"},
)
_EXACTLY = {"output_flag": False, "threads": 1, "parallel": "off", "mip_rel_gap": 0.0, "mip_abs_gap": 0.0}

Terms = Mapping[int, int]  # column: coefficient


class Column(NamedTuple):
    """A whole number between two bounds."""

    low: int
    high: int


class Row(NamedTuple):
    """A sum of columns times coefficients, between bounds; ``None`` is none."""

    terms: Terms
    low: int | None
    high: int | None


Values = tuple[int, ...]


def greatest(
    columns: Sequence[Column], rows: Sequence[Row], objective: Terms, enough: int | None = None,
    seconds: float = MOST_SECONDS,
) -> Values | None:  # fmt: skip
    """Give whole numbers that keep all rows and make *objective* greatest; ``None`` where nothing keeps them.

    With *enough*, a value that the caller knows cannot be passed, an answer that reaches it needs no second asking.
    Raise ``ScoringError`` where the optimiser is missing, takes longer than *seconds*, or fails.
    """
    first = checked(columns, rows, _ask(columns, rows, objective, _WAYS[0], seconds))
    if first is not None and enough is not None and value_of(objective, first) >= enough:
        return first
    second = checked(columns, rows, _ask(columns, rows, objective, _WAYS[1], seconds))
    return agreed(objective, first, second)


def value_of(terms: Terms, values: Sequence[int]) -> int:
    """Add up columns times coefficients, exactly."""
    return sum(coefficient * values[column] for column, coefficient in terms.items())


def checked(columns: Sequence[Column], rows: Sequence[Row], values: Values | None) -> Values | None:
    """Give the values back if they are what was asked for; raise ``ScoringError`` if not."""
    if values is None:
        return None
    sums = ((row.low, value_of(row.terms, values), row.high) for row in rows)
    bounds = ((column.low, value, column.high) for column, value in zip(columns, values, strict=True))
    for low, value, high in (*bounds, *sums):
        if (low is not None and value < low) or (high is not None and value > high):
            raise ScoringError("optimiser_failed", reason="wrong")
    return values


def agreed(objective: Terms, first: Values | None, second: Values | None) -> Values | None:
    """Give the first of two answers that agree on the greatest value; raise ``ScoringError`` where they do not."""
    values = [None if answer is None else value_of(objective, answer) for answer in (first, second)]
    if values[0] != values[1]:
        raise ScoringError("optimiser_failed", reason="contradictory")
    return first


def _ask(
    columns: Sequence[Column], rows: Sequence[Row], objective: Terms, way: Mapping[str, Any], seconds: float
) -> Values | None:
    try:
        highspy: Any = import_module("highspy")
    except ImportError:
        raise ScoringError("optimiser_missing") from None
    solver = highspy.Highs()
    for name, value in {**_EXACTLY, **way, "time_limit": seconds}.items():
        solver.setOptionValue(name, value)
    solver.passModel(_model(highspy, columns, rows, objective))
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    if status == highspy.HighsModelStatus.kTimeLimit:
        raise ScoringError("selection_too_hard", seconds=int(seconds))
    if status != highspy.HighsModelStatus.kOptimal:
        raise ScoringError("optimiser_failed", reason=status.name)
    return tuple(round(value) for value in solver.getSolution().col_value)


def _model(highspy: Any, columns: Sequence[Column], rows: Sequence[Row], objective: Terms) -> Any:
    """Write the problem down as the library wants it."""
    model, infinity = highspy.HighsLp(), highspy.kHighsInf
    model.num_col_, model.num_row_ = len(columns), len(rows)
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = [float(objective.get(column, 0)) for column in range(len(columns))]
    model.col_lower_ = [float(column.low) for column in columns]
    model.col_upper_ = [float(column.high) for column in columns]
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(columns)
    model.row_lower_ = [-infinity if row.low is None else float(row.low) for row in rows]
    model.row_upper_ = [infinity if row.high is None else float(row.high) for row in rows]
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.num_col_, matrix.num_row_ = len(columns), len(rows)
    ends = [0]
    for row in rows:
        ends.append(ends[-1] + len(row.terms))
    matrix.start_ = ends
    matrix.index_ = [column for row in rows for column in row.terms]
    matrix.value_ = [float(coefficient) for row in rows for coefficient in row.terms.values()]
    return model
