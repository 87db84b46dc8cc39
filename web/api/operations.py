"""Every operation of the API by its name; the endpoint of one is ``api.<name>``."""

from collections.abc import Mapping

from web.api.drill_operations import MAKING, READING
from web.api.operation import Operation
from web.api.rating_operations import RATING, RESULTS
from web.api.running_operations import RUNNING
from web.api.scenario_operations import SCENARIOS

OPERATIONS: Mapping[str, Operation] = {**READING, **RUNNING, **MAKING, **RATING, **RESULTS, **SCENARIOS}
