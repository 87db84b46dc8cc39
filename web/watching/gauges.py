"""What is read off a serving process at the moment somebody asks: its lines, its refusals, whose turn the clock is."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version

from prometheus_client import CollectorRegistry
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from web.refused import Refused

FAILED = " failed: "
Gauge = Callable[[], Mapping[str, float]]


@dataclass
class Watched:
    """What one serving process shows of itself; the parts that it does not have are not shown.

    *lines* counts open sockets by who sits there; *states* gives single numbers by their name, such as whether the
    clock is ours. Each is asked at the scrape and must neither wait nor fail.
    """

    lines: Gauge = dict
    states: dict[str, tuple[str, Callable[[], float | None]]] = field(default_factory=dict)
    stopping: Callable[[], bool] = lambda: False

    def registry(self, refused: Refused) -> CollectorRegistry:
        """Give all of it, and what was refused, as Prometheus collects it."""
        registry = CollectorRegistry()
        registry.register(_Now(self, refused))
        return registry


class _Now(Collector):
    def __init__(self, watched: Watched, refused: Refused) -> None:
        self._watched, self._refused = watched, refused

    def collect(self) -> Iterable[Metric]:
        yield _labelled(
            GaugeMetricFamily("prontas_sockets", "Open sockets of this process, by who sits there.", labels=["kind"]),
            self._watched.lines(),
        )
        refusals, errors = _sorted_out(self._refused.counts)
        yield _labelled(CounterMetricFamily("prontas_refused", "What was refused, by kind.", labels=["kind"]), refusals)
        yield _labelled(
            CounterMetricFamily("prontas_errors", "Unexpected errors, by where and by class.", labels=["where"]), errors
        )
        yield GaugeMetricFamily("prontas_stopping", "1 while this process ends.", float(self._watched.stopping()))
        for name, (words, ask) in self._watched.states.items():
            value = ask()
            if value is not None:
                yield GaugeMetricFamily(f"prontas_{name}", words, value)
        info = GaugeMetricFamily("prontas_version", "Always 1; the version is the label.", labels=["version"])
        info.add_metric([own_version()], 1)
        yield info


def _labelled(family: GaugeMetricFamily | CounterMetricFamily, values: Mapping[str, float]) -> Metric:
    for label, value in sorted(values.items()):
        family.add_metric([label], value)
    return family


def _sorted_out(counts: Mapping[str, int]) -> tuple[Counter[str], Counter[str]]:
    refusals, errors = Counter[str](), Counter[str]()
    # A copy: another thread may count while this one reads.
    for kind, number in list(counts.items()):
        (errors if FAILED in kind else refusals)[kind.replace(FAILED, " ")] += number
    return refusals, errors


def own_version() -> str:
    """Give the version of this program."""
    try:
        return version("prontas")
    except PackageNotFoundError:
        return "unknown"
