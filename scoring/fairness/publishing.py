"""What of the selection rates may be published: small groups go, and whatever they could be worked out from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from scoring.fairness.rates import Applicant, Report, Row, Table, checked, selection_rates, value_of, with_ratios

LEAST = 5

# A group of a table: (attribute, value).
Group = tuple[str, str]
# Teams selected, teams not selected, women selected, women not selected.
Cells = tuple[int, ...]


def published_rates(applicants: Iterable[Applicant], attributes: Sequence[str], least: int = LEAST) -> Report:
    """Give the selection rates without small groups and without any number that would give them away.

    A group goes whole where one of its cells (selected or not, in teams or in women) is below *least*. Then more
    groups go until each cell that is not shown could be any of more than *least* numbers, for a reader who has
    all that is shown, of every table, and knows which combinations of attributes occur. Where the whole has
    a small cell nothing is shown at all.

    Source: complementary cell suppression, e.g. L. Willenborg and T. de Waal, Elements of Statistical Disclosure
    Control, 2001; the certificate of ``_widths`` is ours, and errs on the side of showing less.
    """
    teams = checked(applicants)
    report = selection_rates(teams, attributes)
    if min(_cells(report.total)) < least:
        groups = {(table.attribute, row.value) for table in report.tables for row in table.rows}
        return _hiding(replace(report, total=_blank(report.total)), groups)
    return _hiding(report, _hidden(_Tables(report, _atoms(teams, attributes), least)))


@dataclass(frozen=True)
class _Tables:
    """Hold the full tables, and how many of each kind have each combination of attributes (the atoms)."""

    report: Report
    atoms: Mapping[tuple[Group, ...], Cells]
    least: int

    def small(self) -> set[Group]:
        return {group for group, row in self.rows().items() if min(_cells(row)) < self.least}

    def rows(self) -> dict[Group, Row]:
        return {(table.attribute, row.value): row for table in self.report.tables for row in table.rows}

    def shortfall(self, hidden: set[Group]) -> int:
        """Say how far the hidden cells are from being safe, all together."""
        widths = _widths(self.atoms, hidden)
        return sum(max(0, self.least - width) for group in hidden for width in widths[group])


def _atoms(teams: Sequence[Applicant], attributes: Sequence[str]) -> dict[tuple[Group, ...], Cells]:
    atoms: dict[tuple[Group, ...], Cells] = {}
    for team in teams:
        key = tuple((attribute, value_of(team, attribute)) for attribute in attributes)
        one = (int(team.seats > 0), int(not team.seats), team.seats, team.size - team.seats)
        atoms[key] = _sum([atoms.get(key, (0, 0, 0, 0)), one])
    return atoms


def _sum(cells: Iterable[Cells]) -> Cells:
    return tuple(map(sum, zip(*cells, strict=True)))


def _cells(row: Row) -> Cells:
    return tuple(side for one in (row.teams, row.women) if one for side in one.sides)


def _widths(atoms: Mapping[tuple[Group, ...], Cells], hidden: set[Group]) -> dict[Group, Cells]:
    """Give, per hidden group, how wide the range is that its cells certainly could be in.

    Atoms that are in the same shown groups are interchangeable: whole teams could move between them and no
    shown number would change. So where some of them are in a hidden group and others are not, all of them
    together could be in it, or none.
    """
    alike: dict[tuple[Group, ...], list[tuple[Group, ...]]] = {}
    for atom in atoms:
        alike.setdefault(tuple(group for group in atom if group not in hidden), []).append(atom)
    widths: dict[Group, Cells] = dict.fromkeys(hidden, (0, 0, 0, 0))
    for members in alike.values():
        whole = _sum(atoms[atom] for atom in members)
        for group in {group for atom in members for group in atom if group in hidden}:
            if not all(group in atom for atom in members):
                widths[group] = _sum([widths[group], whole])
    return widths


def _hidden(tables: _Tables) -> set[Group]:
    """Choose what is not shown: the small, then what helps most at the least loss; less whatever need not go."""
    small = tables.small()
    hidden = set(small)
    rows = tables.rows()
    # A group of everybody is the whole, which is shown.
    choice = [group for group in sorted(rows) if not all(group in atom for atom in tables.atoms)]
    while tables.shortfall(hidden):
        left = [group for group in choice if group not in hidden]
        hidden.add(min(left, key=lambda group: (tables.shortfall({*hidden, group}), _cells(rows[group]), group)))
    for group in sorted(hidden - small, key=lambda group: (_cells(rows[group]), group), reverse=True):
        if not tables.shortfall(hidden - {group}):
            hidden.remove(group)
    return hidden


def _hiding(report: Report, hidden: set[Group]) -> Report:
    tables = [
        Table(
            table.attribute,
            with_ratios(_blank(row) if (table.attribute, row.value) in hidden else row for row in table.rows),
        )
        for table in report.tables
    ]
    return replace(report, tables=tuple(tables))


def _blank(row: Row) -> Row:
    return Row(row.value, None, None)
