"""`make bench`: every benchmark of a performance goal, one after the other; a name runs only that one."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

HERE = Path(__file__).parent
ALL = (
    "plan_speed", "fuzz_set_notation", "tap_latency", "picture_load", "import_speed", "simulate_year",
    "lookups", "planned_loads", "every_plan",
)  # fmt: skip


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all; 2 for a name that is none."""
    known = {path.stem for path in HERE.glob("*.py")}
    status = 0
    for name in names or ALL:
        if name not in known:
            print(f"no such benchmark: {name}; there are {', '.join(ALL)}", file=sys.stderr)
            return 2
        print(f"== {name}", flush=True)
        sys.argv = [name]
        try:
            runpy.run_module(f"benchmarks.{name}", run_name="__main__")
        except SystemExit as ended:
            status = max(status, ended.code if isinstance(ended.code, int) else bool(ended.code))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
