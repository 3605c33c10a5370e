"""The words people answer with in English, and the few of every language that stand for yes, no and not sure.

By the same answers as the German ones of `german_answers.py`. Patterns of text as `plain` folds it: `WHOLE`
must be all that is said, `SOMEWHERE` may stand among other words. Equipment, days, experience in time and
ailments have readers of their own beside this.
"""

from __future__ import annotations

from core.coach.interview import answers
from core.coach.interview import german_answers as german
from core.model.athlete import Freshness, Goal, Level
from core.model.onboarding import Step
from core.units import Unit

_YES = german.YES + (
    "|yes|y|ye|yea|yeah|yess+|yep|yup|sure|sure thing|for sure|of course|definitely|absolutely|ok|okay|"
    "correct|true|i (?:do|have|can)|yes i (?:do|have|can)|👍"
)
_NO = german.NO + (
    "|no|n|nope|nah|naw|not yet|not really|no not really|nah not really|not at all|no way|false|"
    "(?:no )?i (?:don'?t|haven'?t|can'?t|can not|cannot)|👎"
)
_UNSURE = (
    f"{german.UNSURE}|"
    "(?:idk|dunno)(?: (?:you )?(?:choose|decide|pick|tell me))?|(?:i )?(?:don'?t|do not|didn'?t|"
    "dont) (?:really )?know"
    "(?: yet)?|not sure(?: yet)?|unsure|"
    "(?:i have )?no (?:idea|clue)(?: yet| really| honestly)?|what do you (?:recommend|suggest|think)|"
    "you (?:choose|decide|pick|tell me)|whatever|either|any|don'?t care"
)
# Asking back passes over no question.
_ASKS = f"which|help|why|what|\\?+|{german.ASKS}"
WHOLE: dict[Step, dict[str, str]] = {
    Step.GOAL: {answers.UNSURE: f"{_UNSURE}|{_ASKS}|both|all(?: of (?:it|them|the above))?"},
    Step.LEVEL: {
        Level.BEGINNER: (
            f"{_NO}|(?:i'?m )?(?:an? )?(?:total |complete |absolute |very )*(?:beginner|newbie|noob|"
            "novice|newb)(?:[ -]?ish)?|new|newish|starter|rookie|first timer|(?:fairly |pretty |brand |"
            "relatively )?new"
            "(?: to (?:this|lifting|it|the gym|all this))?|"
            "just (?:starting|started|getting started|beginning|began)(?: out)?|starting out|"
            "never|none|nothing|zero|0|no experience"
        ),
        Level.INTERMEDIATE: (
            "(?!ok|okay)(?:" + _YES.replace("ok|okay|", "") + ")|intermediate(?:[ -]?ish)?|medium|some|"
            "a few months|months|regular|regularly|most weeks|every week|"
            "(?:i )?(?:train |lift |go |work out |about )*(?:(?:[2-6]|two|three|four|five)(?: ?x| times|"
            " days)|"
            "twice)(?: a| per) week"
        ),
        Level.EXPERIENCED: (
            "experienced|very experienced|advanced|expert|pro|(?:for )?years(?:,? and i know my numbers)?|"
            "veteran|powerlifter|bodybuilder"
        ),
        answers.AFTER_BREAK: (
            "break|after a break|back after a break|returning|comeback|i'm back|used to lift|not anymore|"
            "not lately|not recently|not any more|too long|"
            "(?:it'?s )?been (?:a while|ages|years|too long|some time|a long time)"
        ),
        answers.SKIP: _UNSURE,
    },
    Step.FOUNDATION: {
        answers.ACCEPT: (
            f"{_YES}|foundation|foundation first|accept|got it|fine|fine by me|good|sounds good|"
            f"understood|start|"
            "alright|all right|cool|great|makes sense|fair enough|fair|k|kk|"
            "(?:ok|okay|yes|yeah|sure|got it|alright) (?:cool|great|fine|good|sounds good|then|got it|"
            "makes sense)"
        ),
        answers.INSIST: (
            f"{_NO}|insist|i insist|size|size anyway|bigger|hypertrophy|(?:but |no )?i want (?:size|muscles?)"
        ),
    },
    Step.UNIT: {
        Unit.KG: "kg|kgs|kg'?s|kilo|kilos|kilogram|kilograms|kilogrammes|metric|k",
        Unit.LB: "lb|lbs|lb'?s|pound|pounds|imperial|us|usa|american|freedom units|#|l",
        answers.SKIP: _UNSURE,
    },
    Step.MAXES: {
        answers.NONE: (
            f"{_UNSURE}|{_NO}|none|nothing|(?:i )?(?:have )?(?:never|not|haven'?t)(?: really)? "
            "(?:tested|maxed|maxed out|tried|checked|done (?:one|it|that))(?: (?:it|them|that|out|"
            "my maxes?))*"
            "(?: yet)?|no max(?:es)?|(?:i'?ve |i have )?never done .{1,30}|(?:i )?(?:forgot|"
            "can'?t remember|don'?t remember|don'?t track)|not much"
        )
    },
    Step.FRESHNESS: {
        Freshness.RECENT: (
            "recent|recently|pretty recent|recent enough|last 8 weeks|8 weeks|this month|last month|"
            "this week|last week|"
            "today|"
            "new|fresh|now|just now|yesterday|current|currently"
        ),
        Freshness.OLDER: (
            "older|old|long ago|a while ago|a while|a long time ago|months ago|last year|years ago|ages ago"
        ),
        Freshness.GUESS: (
            f"a guess|guess|guessed|i guess|roughly|about|estimate|approx|ballpark|more or less|{_UNSURE}"
        ),
    },
    Step.GEAR: {answers.SKIP: _UNSURE},
    Step.DAYS: {answers.SKIP: _UNSURE},
    Step.HEALTH: {
        answers.NONE: (
            f"{_NO}|none|none of these|none of them|nothing|(?:i'?m )?(?:all )?(?:perfectly |very |totally )?"
            "(?:healthy|good|fine|clear|fit|ok|okay)|all clear|healthy as a horse|n/a|na"
        ),
        answers.YES: "yes|y|yeah|yep|yup|some|one of them|one of these|a few|a couple|one|several",
    },
    Step.DOCTOR: {
        answers.CLEARED: (
            "cleared|(?:a |my |the )?doc(?:tor)? cleared me|i'?m cleared|(?:i have |i'?ve )?been cleared|"
            "(?:a |my |the )?doc(?:tor)? (?:said|says) (?:it'?s |i'?m )?(?:ok|okay|fine|good)"
        ),
        answers.CLEARED_LIGHT: "light|cleared for light training|light training|light only",
    },
    Step.SQUATS: {
        answers.YES: (
            f"(?:{_YES})(?: easily| easy)?|easy|easily|can|(?:i )?(?:think|guess|hope) so|probably|"
            f"no problem|easy peasy|"
            "(?:easily )?(?:1[0-9]|[2-9][0-9])(?: easily| easy)?"
        ),
        answers.NO: (
            f"{_NO}|hard|barely|almost|hardly|not (?:10|ten)|with pain|(?:maybe |only |about |just )?[3-9]|"
            "(?:maybe |only |just )(?:[1-9]|one|two|three|four|five|six|seven|eight|nine)"
        ),
        answers.SKIP: f"{_UNSURE}|maybe|never tried",
    },
}
SOMEWHERE: dict[Step, dict[str, str]] = {
    Step.LEVEL: {
        Level.BEGINNER: (
            r"never (?:\w+ )?(?:lifted|trained|been|done|worked|did|tried|touched|set foot)|newbie|beginner|"
            r"just start\w*|no experience|brand new|new to (?:this|lifting|it|the gym)"
        ),
        Level.INTERMEDIATE: r"intermediate",
        Level.EXPERIENCED: r"advanced|experienced|powerlift\w*|bodybuild\w*",
        answers.AFTER_BREAK: r"break|comeback|used to|coming back",
    },
    Step.UNIT: {
        Unit.KG: r"kgs?|kilos?|kilograms?|metric",
        Unit.LB: r"lbs?|pounds?|imperial",
    },
    Step.FRESHNESS: {
        Freshness.RECENT: (
            r"(?:[1-8]|one|two|a|few|couple of) weeks?(?: ago| old)?|(?:[0-9]{1,2}|a|few|couple of) days?|"
            r"yesterday|"
            r"today|last (?:week|month)|(?:1|one|a) month(?: ago)?"
        ),
        Freshness.OLDER: (
            r"(?<!a )(?<!1 )(?<!one )months?|years? ago|years?(?! old)|last (?:year|summer|winter|spring)|"
            r"long ago|"
            r"a while (?:ago|back)|before covid|when i was|(?:9|[1-9][0-9]) weeks?"
        ),
        Freshness.GUESS: r"guess(?:ed|ing)?|roughly|no idea|not sure|estimat\w*|approx\w*",
    },
    Step.GOAL: {
        Goal.STRENGTH: r"strong\w*|strength|1rm|powerlift\w*|max|lift (?:more|heavy|heavier)|heavier|sports?",
        Goal.HYPERTROPHY: (
            r"size|bigger|big|mass|muscles?|hyp|hypertrophy|grow\w*|looks?|bulk\w*|"
            r"bodybuild\w*|toned?|gains?|swole|jacked|aesthetics?|beefy|arms|physique|shredded|ripped"
        ),
        Goal.ENDURANCE: r"endurance|stamina|cardio|conditioning",
        Goal.POWER: r"power|explosive\w*|jump\w*|speed",
        Goal.FOUNDATION: (
            r"foundation|base|basics?|health\w*|fit|fitness|general|stability|begin\w*|"
            r"los(?:e|ing) (?:some |a bit of )?(?:weight|fat)|(?:fat|weight) loss|in shape|rehab|feel better|"
            r"get going|lean|cutting"
        ),
    },
}
