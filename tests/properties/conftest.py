"""How many examples a law is tried on: CONGVAN_EXAMPLES=2000 tries each 2,000 times, the default is quick."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

EXAMPLES = int(os.environ.get("CONGVAN_EXAMPLES", "0"))
QUICK = 50

settings.register_profile(
    "laws",
    max_examples=EXAMPLES or QUICK,
    deadline=None,
    derandomize=not EXAMPLES,  # the quick run is the same each time; a long one is to find new things
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("laws")
