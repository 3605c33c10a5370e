"""What the words of the gym mean that Spotter uses, a line or two each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.texts import join, say
from bot.views.view import View
from core.model.terms import Term

MEANINGS: Mapping[Term, str] = MappingProxyType(
    {
        Term.REP: "<b>Rep</b> (repetition): one lift, up and down.",
        Term.SET: "<b>Set</b>: reps in a row, then a rest. <b>Set 1 of 4</b>: the first of four of this "
        "exercise. <b>4 × 10</b>: four sets of ten reps.",
        Term.ONE_REP_MAX: "<b>One-rep max</b> (1RM): the most you can lift once; weights are planned as a "
        "percentage of it.",
        Term.ESTIMATED: "<b>e1RM</b>: your one-rep max, estimated from a set of several reps; it may be "
        "off by 10 %.",
        Term.RIR: "<b>Reps left</b> (RIR, reps in reserve): how many more you could have done. Send it "
        "like <code>8 2rir</code>.",
        Term.RPE: "<b>RPE</b>: how hard a set was, out of 10. 10 is all you had, 8 is two reps left: send "
        "<code>8 @8</code>.",
        Term.AMRAP: "<b>AMRAP</b>: as many clean reps as you can. Send it like <code>12 amrap</code>.",
        Term.FAILURE: "<b>Failure</b>: one more rep didn't go. <code>fail 6</code>: six went, the seventh "
        "didn't.",
        Term.WARM_UP: "<b>Warm-up</b>: a few lighter sets first, getting heavier; they don't count as work.",
        Term.WORK_SET: "<b>Work set</b>: a set that counts, after the warm-ups; records and volume come "
        "from it.",
        Term.DROP: "<b>Drop set</b>: less weight, and on at once without a rest: <code>60x10 drop</code>.",
        Term.SUPERSET: "<b>Superset</b>: two exercises in turn, one rest after both: <code>superset bench "
        "and row</code>.",
        Term.REST_PAUSE: "<b>Rest-pause</b>: a few more reps of a set after a breath or two. Send "
        "<code>8+2</code>, and I ask how to count it.",
        Term.A_SIDE: "<b>25+5 a side</b>: a 25 and a 5 go on each end of the bar.",
        Term.CHANGED: "<b>Swap 10 → 5+2.5 a side</b>: on each end take the 10 off and put a 5 and a 2.5 "
        "on. <b>Same plates</b>: nothing to change.",
        Term.SAFETY_PINS: "<b>Safety pins</b>: the bars of the rack that catch the weight; set them just "
        "below your lowest point.",
        Term.EACH_HAND: "<b>2 × 20 kg</b>: a 20 in each hand. Send the weight of one: <code>20x10</code>.",
        Term.BODYWEIGHT: "<b>bw</b>: your body alone. <code>bw+10 x 8</code> has 10 added, <code>-20 x "
        "8</code> 20 taken off.",
        Term.DELOAD: "<b>Deload</b>: an easy week with fewer sets and less weight, to come back fresh.",
        Term.VOLUME: "<b>Volume</b>: how many work sets a muscle gets in a week. <b>Tonnage</b>: all "
        "weights times reps.",
        Term.SPLIT: "<b>Split</b>: which muscles come on which day. <b>Upper A</b> is the first of the "
        "days for the upper body.",
        Term.RECORD: "<b>Record</b> (PR): more than you ever did of an exercise. /records shows yours.",
        Term.FOUNDATION: "<b>Foundation</b>: a few weeks of lighter sets that build form and joints, "
        "before size or strength.",
        Term.SIZE: "<b>Size</b> (hypertrophy): bigger muscles. 6–12 reps, 3–5 sets, 60–90 s of rest.",
        Term.STRENGTH: "<b>Strength</b>: to lift more at once. 1–5 heavy reps, 4–6 sets, 3–5 min of rest.",
        Term.ENDURANCE: "<b>Endurance</b>: to go on for longer. Light weights, 15 reps and more, short "
        "rests.",
        Term.POWER: "<b>Power</b>: to move a weight fast. Light to middling weights, few reps, long rests.",
        Term.COMPOUND: "<b>Compound</b>: several joints work at once, as in a squat. <b>Isolation</b>: "
        "one, as in a curl.",
        Term.TEMPO: "<b>Tempo</b>: how fast a rep goes. Down under control, up with power; I don't count it.",
        Term.OVERLOAD: "<b>Progressive overload</b>: a little more weight or a rep more each time you are "
        "ready. I plan it from your last sets.",
        Term.SPOTTER: "<b>Spotter</b>: somebody who stands by and helps with the last rep. I plan and count, "
        "but I can't lift.",
        Term.SWAP: "<b>Swap</b> offers other exercises for the same muscles, with their weights.",
        Term.LATER: "<b>Later</b> puts the exercise behind the others; its sets stay.",
    }
)
# On one screen: what comes up in a first workout.
_FIRST = (
    Term.REP, Term.SET, Term.ONE_REP_MAX, Term.RIR, Term.RPE, Term.DELOAD, Term.WARM_UP, Term.SUPERSET,
    Term.AMRAP, Term.FAILURE, Term.DROP, Term.A_SIDE,
)  # fmt: skip


def meaning_of(term: Term) -> View:
    """What one word means."""
    return View(say(MEANINGS[term]))


def glossary() -> View:
    """The few words of the gym that come first."""
    return View(join([say(MEANINGS[term]) for term in _FIRST]))
