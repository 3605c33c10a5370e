"""The figures for Prometheus. Imported only where HEALTH_LISTEN is set: it takes its time to load.

What is counted is `bot/figures.py`; who serves /metrics is `bot/health.py`.
"""

from __future__ import annotations

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.exposition import CONTENT_TYPE_LATEST

LATENCY_S = (0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3.0, 6.0, 15.0, 60.0, 600.0)
LATENESS_S = (0.05, 0.1, 0.3, 0.6, 1.0, 2.0, 5.0, 15.0, 60.0, 600.0, 3600.0)


class Measured:
    """`Figures` that are counted, in a registry of their own."""

    content_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        registry = self._registry = CollectorRegistry()
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=registry)
        self._updates = Counter(
            "spotter_updates", "Updates that left the queue.", ("kind", "outcome"), registry=registry
        )
        self._handling = Histogram(
            "spotter_update_seconds",
            "From an update's arrival to its end.",
            ("kind",),
            buckets=LATENCY_S,
            registry=registry,
        )
        self._calls = Counter(
            "spotter_calls", "Calls of the Bot API.", ("method", "outcome"), registry=registry
        )
        self._calling = Histogram(
            "spotter_call_seconds",
            "How long Telegram took to answer.",
            buckets=LATENCY_S,
            registry=registry,
        )
        self._bells = Counter(
            "spotter_timers", "Timers that ended.", ("kind", "outcome"), registry=registry
        )
        self._lateness = Histogram(
            "spotter_timer_late_seconds",
            "How late timers rang, on the coach's clock.",
            buckets=LATENESS_S,
            registry=registry,
        )
        self._now = {
            name: Gauge(f"spotter_{name}", help_text, registry=registry)
            for name, help_text in (
                ("updates_waiting", "Updates being handled or waiting for it."),
                ("tasks", "Tasks of the event loop; each waits for something."),
                ("inbox_waiting", "Updates in the inbox that are not done."),
                ("inbox_set_aside", "Updates set aside within the last week."),
                ("timers_standing", "Timers that will still ring."),
                ("timer_overdue_seconds", "How long the oldest due timer has been due."),
                ("ready", "1 while /readyz says so."),
            )
        }

    def handled(self, kind: str, outcome: str, seconds: float) -> None:
        """An update left the queue."""
        self._updates.labels(kind, outcome).inc()
        self._handling.labels(kind).observe(seconds)

    def called(self, method: str, outcome: str, seconds: float) -> None:
        """A call of the Bot API ended."""
        self._calls.labels(method, outcome).inc()
        self._calling.observe(seconds)

    def rang(self, kind: str, outcome: str, late_s: float) -> None:
        """A timer was rung or let go."""
        self._bells.labels(kind, outcome).inc()
        self._lateness.observe(late_s)

    def page(self, **now: float) -> bytes:
        """The page for Prometheus; `now` are the figures that are not counted but looked up."""
        for name, value in now.items():
            self._now[name].set(value)
        return generate_latest(self._registry)
