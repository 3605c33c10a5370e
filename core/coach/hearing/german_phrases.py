"""What lifters say in German that is no set; beside the English of `phrases.py`, by the same phrases.

They are heard whatever language is spoken, so a word here may mean nothing else in English.
"""

from __future__ import annotations

FELT = r"(zu |viel zu |(war|ist) (mir )?(echt |so |sehr |zu )*)"
_JOINT = r"(knien?|kniee|rücken|kreuz|schultern?|hüften?|ell(en)?bogen|handgelenke?|knöchel|nacken)"
_BAD_JOINT = rf"(schlecht|kaputt|steif)e[nrsm]? ((linke|rechte)[nrsm]? )?{_JOINT}"
_CLICKS = rf"{_JOINT} (knack(t|en)|knirsch(t|en))"
_STATION = r"\w*(presse|bank|rack|maschine|hanteln?|(kabel|lat)zug|turm|gerät|strecker|beuger|stange)"
ANYWHERE = {
    "chest": (
        r"brustschmerz\w*|(schmerz\w*|druck|stechen|enge) (in|auf) (der|meiner) brust|"
        r"(die |meine )?brust (tut|schmerzt|drückt)\b.*|schwindel\w*|schwindlig|ohnm(acht|ächtig)\w*|"
        r"(krieg|bekomm)e? keine luft|atemnot|herz(rasen|stechen|schmerz\w*)|mir wird schwarz"
    ),
    "pain": (
        r"schmerz\w*|tut (mir )?(so |sehr |echt |jetzt )?weh|tun (mir )?weh|wehgetan|weh getan|aua|autsch|"
        r"verletz\w*|gezerrt|zerrung|stechend\w*|krampf|krämpfe|taub|kribbel\w*|eingeklemmt|"
        rf"{_BAD_JOINT}|{_CLICKS}|"
        r"fühlt sich (komisch|falsch|instabil|nicht gut|nicht richtig) an"
    ),
    "taken": (
        r"(ist |sind |alles )?(besetzt|belegt|nicht frei)|kein(e|en)? "
        r"(rack|bank|maschine|langhantel|kurzhanteln?|kabelzug)( frei)?|tauschen|ersetzen|andere übung|"
        r"(et)?was ander(e|es)|stattdessen|überfüllt|"
        r"(^|(studio|gym|es|hier|alles)( (ist|heute|hier|es|mir))* )((viel )?zu|so|sehr) voll|"
        rf"(haben|hat|gibt'?s?( es)?)( hier)? keine?n? {_STATION}|"
        r"(jemand|einer) (ist|sitzt|steht|liegt|trainiert) (gerade |schon |noch )?"
        rf"(am|im|(an|auf|in) (meine[rmn]?|der|dem|dieser|diesem)) {_STATION}|"
        r"gibt'?s? (es )?hier nicht"
    ),
    "undo": (
        r"rückgängig|zurücknehmen|nimm (das|ihn|es) zurück|lösch (das|es|ihn)"
    ),
    "too_heavy": rf"{FELT}(schwer|hart)|zu viel( gewicht)?|schaff(e)? (ich|das|es) nicht",
    "too_light": rf"{FELT}(leicht|einfach)",
}
ALONE = {
    "stop_rest": (
        r"(timer|pause|wecker|klingel) (aus|stopp?|beenden|abbrechen|überspringen)|keine pause|"
        r"stopp? (den |die )?(timer|wecker|pause)"
    ),
    "skip_exercise": r"(die |diese )?übung (überspringen|auslassen|weglassen)|nächste übung",
    "word": (
        r"was (ist|sind|heißt|heisst|bedeutet)( ein| eine| das| der)? "
        r"(rir|rpe|1 ?rm|maximum|amrap|wdh\.?|wiederholung(en)?|satz|sätze|deload)"
    ),
    "how_to": (
        r"wie (mache?|hebe|halte) ich\b.*|wie geht (das|die übung)( richtig)?|"
        r"(zeig|erklär)e?( mir)? (die |das |diese )?(technik|übung|ausführung)|technik|ausführung|wie|"
        r"(das )?verstehe ich nicht|ich verstehe? (das )?nicht"
    ),
    "rest_left": (
        r"wie lange? (muss|soll|kann) ich (noch )?(pause machen|warten|pausieren)|"
        r"wie lange? (geht|ist|dauert) (die )?pause( noch)?|wie lange? noch pause|restpause|"
        r"wann (kommt|ist) (der nächste satz|die pause um|die pause vorbei)|wann geht('?s| es) weiter"
    ),
    "rest_habit": (
        r"(ich (will|möchte|brauche) )?(immer )?(etwas )?(kürzere|längere|weniger|mehr) pausen?"
        r"( zwischen den sätzen| ab jetzt| immer)|(kürzere|längere) pausen|"
        r"(die )?pausen? (sind |ist )?(mir )?zu (kurz|lang)|pausen? ändern"
    ),
    "wait": r"warte,? (1?[0-9]|2[0-9])",
    "more_rest": (
        r"(ich brauche? )?(mehr|länger) (pause|zeit)|(pause )?länger|noch nicht( fertig)?|"
        r"noch (eine|[0-9]{1,3}) (sekunden?|minuten?)( pause)?"
    ),
    "less_rest": (
        r"(etwas )?(weniger|kürzere?) pausen?|pause (kürzer|verkürzen)|kürzer pause machen|"
        r"[0-9]{1,3} ?(s|sek|sekunden|min|minuten) (weniger|kürzer)( pause)?"
    ),
    "may_skip": (
        r"(kann|darf|soll) ich (das|die|den|diesen?|es)?( satz| übung)? ?(auslassen|überspringen|weglassen)"
    ),
    "fell_short": r"(ich )?(habe?s |hab es )?nicht geschafft|nicht alle( geschafft)?",
    "last_time": (
        r"letztes mal|letzte woche|"
        r"was (habe?|hatte) ich (letztes mal|letzte woche|zuletzt)( gemacht| gehoben)?|"
        r"(meine )?letzten (gewichte|werte|zahlen)"
    ),
    "plates": (
        r"(welche|wie viele?) scheiben\b.*|scheiben|was kommt (drauf|auf die stange)|"
        r"wie belade? ich (die stange|das)"
    ),
    "one_more": (
        r"(ich (will|möchte|mache?) )?(noch )?(einen?|1) (weiteren |extra ?)?satz( mehr| dazu)?|noch einen|"
        r"(ein )?(extra|zusatz)satz"
    ),
    "more_of_what": r"(ich (schaffe|mache) )?noch ([0-9]{1,2}|eins|zwei|drei|vier|fünf)( mehr)?",
    "less_of_what": r"(ich habe )?([0-9]{1,2}|ein[es]?|zwei|drei)( wdh| wiederholung(en)?)? weniger",
    "last_one": (
        r"(nur )?(noch einen|ein(en)? letzter?n?)( satz)?,? (und )?dann (ist |bin ich |mache? ich )?"
        r"(schluss|fertig|ende|feierabend|durch)"
    ),
    "top_set": r"(was (ist|war) )?mein (bester|schwerster|top[- ]?)( ?satz)( heute)?",
    "sick": (
        r"mir ist (so |etwas |sehr |ganz )?(schlecht|übel)|mir wird (schlecht|übel)|ich muss (mich )?"
        r"(gleich )?(kotzen|brechen|übergeben)|ich fühle? mich (krank|nicht wohl)"
    ),
    "how_long": (
        r"wie (lange?|viele?)( sätze| übungen)? (sind es |ist es |habe ich )?noch( übrig)?|"
        r"was (bleibt|kommt|fehlt) noch|was ist noch übrig|noch wie lange?|"
        r"wie lange? (dauert|geht) (das|es|die einheit|das (ganze|training))( noch)?"
    ),
    "tired": (
        r"(ich bin |so |zu |sehr |ganz |schön )*(müde|erschöpft|kaputt|platt)|(kurze |eine )?pause|"
        r"warte( mal| kurz)?|(einen )?moment( mal)?|ich kann nicht mehr"
    ),
    "whats_next": (
        r"wie schwer\b.*|welches gewicht\b.*|wie viele? (gewicht|kilo|kg|wdh|wiederholungen)\b.*|"
        r"was (kommt|ist)( jetzt| als nächstes)?( dran)?|was jetzt|und jetzt|was nun"
    ),
    "next": r"nächste[rs]?( satz)?|weiter",
    "finish": (
        r"training (beenden|fertig|vorbei)|(ich )?(höre? (jetzt )?auf|mache? (jetzt )?schluss)|"
        r"schluss( für heute)?|das war'?s|ich bin (fertig|durch)|feierabend|ende|beenden|genug|"
        r"(ich )?geh(e)? (jetzt )?(nach hause|heim)|alles (fertig|geschafft)"
    ),
    "longer": r"(mach(e)? (es|das) )?länger(es training)?|zu kurz|mehr übungen",
    "later": r"später|nicht jetzt|(erst )?(die )?andere (übung )?(zuerst|erst)",
    "why": r"(warum|wieso|weshalb)\b.*",
    "plan": r"(mein )?plan|training|einheit|trainieren|was (ist|steht) heute( an| dran)?",
    "start": r"bereit|weitermachen|weiter geht'?s",
    "begin": r"los( geht'?s)?|starten?|anfangen|beginnen|auf geht'?s|(training|einheit) (starten|beginnen)",
    "warmed_up": (
        r"(ich bin )?(schon )?(warm|aufgewärmt|warm gemacht)|(ich habe )?(mich )?(schon )?aufgewärmt|"
        r"(alle )?aufwärm(sätze|satz|en) (ist |sind )?(fertig|erledigt|gemacht|durch)"
    ),
    "help": r"hilfe|was kannst du|befehle?|wie funktioniert\b.*|menü|wie trage? ich\b.*",
    "thanks": (
        r"danke?( dir| schön| sehr)?|dankeschön|vielen dank|super|toll|geil|klasse|prima|perfekt|"
        r"(sehr )?gut|stark|läuft"
    ),
    "hello": r"moin|servus|grüß (gott|dich)|guten (morgen|abend|tag)|tach",
}
FOR_TODAY = r"für heute|heute|bitte|jetzt|mal"
# Of a pain that isn't there, and of one that might come.
AFRAID = (
    r"(ich )?habe? (ein bisschen |etwas |so )?angst( davor|,? mich zu verletzen)?|"
    r"ist (das|die übung) (sicher|gefährlich)( für mich)?|"
    r"(ich )?(will|möchte) mich nicht verletzen|kann ich mich( dabei)? verletzen"
)
SOUND = rf"keine?[nrms]? {_BAD_JOINT}|{_CLICKS} (gar |mehr )?nicht( mehr)?"
NO_PAIN = (
    r"(?:kein\w*|ohne) schmerz\w*|tut (?:mir )?(?:nichts?|nicht mehr|gar nicht) weh|tut nicht\w* weh|"
    r"nichts tut (?:mir )?weh|tut auch nicht weh"
)
# "noch 25 Minuten", "ich habe nur noch eine halbe Stunde"; and being short of time.
TIME = (
    r"(?:(?:ich )?habe? )?(?:nur noch|nur|noch) "
    r"(?P<noch>[0-9]{1,3} ?(?:m|min|minuten)|(?:eine )?halbe stunde|(?:eine|1) stunde)(?: zeit)?|"
    r"(?P<bleiben>[0-9]{1,3} ?(?:m|min|minuten)|(?:eine )?halbe stunde) (?:noch|übrig|bleiben(?: mir)?|zeit)"
)
SHORT = (
    r"(?:(?:ich habe?|wir haben) )?(?:wenig|keine|nicht (?:so )?viel) zeit|"
    r"(?:ich )?bin in eile|in eile|(?:ich )?muss (?:gleich|bald) los"
)
# Around the names of exercises where one is to be swapped.
INSTEAD = "stattdessen|anstatt|statt"
BETWEEN = "durch|gegen|statt|anstatt|für"
BESIDE = (
    "besetzt|belegt|nicht|frei|kein(?:e|en)?|tauschen?|ersetzen?|andere übung|(?:et)?was andere?s|"
    "stattdessen|kann ich|die|der|das|den|dem|ist|sind|bitte|heute|jetzt|ich|will|möchte|mache?|lieber|"
    "wir|haben|hat|gibt(?:'?s)?|es|hier|jemand|einer|sitzt|steht|liegt|trainiert|gerade|schon|noch|"
    "am|im|an|auf|in|meine[rmn]?|diese[rm]"
)
