from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from core.model.athlete import (
    Athlete,
    EffortAsked,
    Freshness,
    Gear,
    Goal,
    Health,
    Level,
    OneRepMax,
    Provenance,
    Rack,
)
from core.model.awaited import About, Awaited
from core.model.gym import Bar, Gym
from core.model.onboarding import Draft, Step
from core.store import athlete_settings, athletes, awaited
from core.store.port import Store
from core.units import Load, Unit

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
SQUAT = OneRepMax("back_squat", Load.lb("225.5"), Provenance.STATED, NOW, Freshness.OLDER)
BENCH = OneRepMax("bench_press", Load.kg(100), Provenance.ESTIMATED, NOW + timedelta(seconds=1))
FULL = Athlete(
    id=7_000_000_000,
    chat_id=7_000_000_000,
    wish=Goal.HYPERTROPHY,
    level=Level.BEGINNER,
    unit=Unit.LB,
    gear=Gear.BARBELL,
    days_per_week=3,
    health=Health.FOUNDATION_ONLY,
    can_squat=False,
    insists=True,
    bodyweight_g=82_400,
    rack=Rack(Load.kg(15), ((2000, None), (1000, 2), (125, 1)), told=True),
    language="pt-br",
    zone="America/Sao_Paulo",
    foundation_since=NOW,
)


async def test_an_athlete_comes_back_as_kept(store: Store) -> None:
    for athlete in (FULL, Athlete(6, 6)):
        await store.run(athletes.save_athlete, athlete, NOW)
        assert await store.read(athletes.load_athlete, athlete.id) == athlete
        changed = replace(athlete, can_squat=True, rack=None, wish=None)
        await store.run(athletes.save_athlete, changed, NOW)
        assert await store.read(athletes.load_athlete, athlete.id) == changed
    assert await store.read(athletes.load_athlete, 5) is None


async def test_what_is_set_by_hand_comes_back_and_outlives_the_rest(store: Store) -> None:
    gym = Gym((Load.lb(5), Load.lb("7.5")), Load.kg("2.5"), ((Bar.EZ, Load.kg(8)), (Bar.SMITH, Load.kg(0))))
    rests = ((Goal.HYPERTROPHY, 75), (Goal.STRENGTH, 240))
    apart = (("bench_press", 120), ("plank", 30))
    rested = replace(FULL, rests=rests, exercise_rests=apart, chosen_language="de")
    set_up = replace(rested, gym=gym, asks_effort=EffortAsked.NEVER, session_minutes=45)
    assert (FULL.speaks, set_up.speaks) == ("pt-br", "de")
    await store.run(athletes.save_athlete, set_up, NOW)
    await store.run(athlete_settings.save_settings, set_up)
    assert await store.read(athletes.load_athlete, FULL.id) == set_up
    await store.run(athletes.save_athlete, FULL, NOW)
    assert await store.read(athletes.load_athlete, FULL.id) == set_up
    await store.run(athlete_settings.save_settings, FULL)
    assert await store.read(athletes.load_athlete, FULL.id) == FULL


async def test_a_menu_waits_for_words_until_another_does(store: Store) -> None:
    first = Awaited(About.RACK, FULL.id, 12, NOW)
    second = Awaited(About.REST, FULL.id, 13, NOW + timedelta(minutes=1), subject=2)
    for waiting in (first, second):
        await store.run(awaited.keep_awaited, FULL.id, waiting)
        assert await store.read(awaited.awaited_of, FULL.id) == waiting
    assert await store.read(awaited.awaited_of, FULL.id + 1) is None
    await store.run(awaited.drop_awaited, FULL.id)
    assert await store.read(awaited.awaited_of, FULL.id) is None


async def test_a_maximum_replaces_the_one_before(store: Store) -> None:
    await store.run(athletes.save_athlete, FULL, NOW)
    heavier = replace(SQUAT, load=Load.lb(230), known_at=NOW + timedelta(days=1))
    for best in (SQUAT, BENCH, heavier):
        await store.run(athletes.save_one_rep_max, FULL.id, best)
    athlete = await store.read(athletes.load_athlete, FULL.id)
    assert athlete is not None
    assert athlete.one_rep_maxes == (BENCH, heavier)
    assert await store.run(athletes.drop_one_rep_max, FULL.id, "bench_press")
    assert not await store.run(athletes.drop_one_rep_max, FULL.id, "bench_press")


async def test_a_draft_comes_back_as_kept(store: Store) -> None:
    draft = Draft(
        FULL,
        asked=Step.HEALTH,
        passed=frozenset({Step.GOAL, Step.DAYS}),
        lifts=("back_squat", "bench_press"),
        aim=Goal.STRENGTH,
        lands=True,
        hurried=True,
        message_id=77,
        finished_at=NOW,
    )
    for kept in (draft, Draft(FULL, asking=False)):
        await store.run(athletes.save_draft, kept, NOW)
        assert await store.read(athletes.load_draft, FULL.id) == kept
    await store.run(athletes.save_question_message, FULL.id, 78)
    kept_now = await store.read(athletes.load_draft, FULL.id)
    assert kept_now is not None
    assert kept_now.message_id == 78
    assert await store.read(athletes.load_draft, 5) is None


async def test_only_those_being_asked_are_listed(store: Store) -> None:
    for athlete_id, asking in ((9, True), (8, False), (3, True)):
        await store.run(athletes.save_draft, Draft(Athlete(athlete_id, athlete_id), asking=asking), NOW)
    assert await store.read(athletes.asking_athletes) == (3, 9)
