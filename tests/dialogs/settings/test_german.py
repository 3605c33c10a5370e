"""A lifter whose Telegram speaks German: first workout, typed words, figures and dates; and the setting."""

from __future__ import annotations

from datetime import timedelta

from telegram import Chat, Message, Update, User

from tests.dialogs.stage import Stage

FIRST = ("%de", "/start", "muskelaufbau", "ja", "kg", "kniebeuge 140 bankdrücken 100", "neulich", "studio")


async def test_the_first_workout_in_german(newcomer: Stage) -> None:
    await newcomer.hears(*FIRST, "4", "nichts", "[▶ Erste Einheit planen]")
    await newcomer.plays("""
▸ [▶ Los]
  18  (edited) ▶ Muskelaufbau · Oberkörper A
  19· Bankdrücken · Satz 1 von 4 · 80 kg × 10
      25+5 pro Seite · Übung 1 von 5
      Erst aufwärmen: Stange × 8 · 32,5 × 5 · 47,5 × 3 · 65 × 2
      Allein? Stell die Sicherheitsablagen ein.
…
      [5 Aufwärmen fertig]
      [6 ✅ 80 kg × 10]
      [7 9] [8 8] [9 −2,5 kg] [10 +2,5 kg]
      [11 Auslassen] [12 Später] [13 Tauschen] [14 Warum?] [15 Mehr]
▸ 77,5 x 10
      👍 on 20
  19  (edited) ✓ 77,5 kg × 10 · Pause 60 s, nächster Satz in 1 min
      Ich mache mit 77,5 kg weiter, wie du.
      Als Nächstes: 77,5 kg × 10, gleiche Scheiben
      [1 Pause beenden] [2 +30 s] [3 −30 s] [4 Ändern]
▸ +60s
  22 🔔 Bankdrücken · Satz 2 von 4 · 77,5 kg × 10
      gleiche Scheiben
      [1 ✅ 77,5 kg × 10]
      [2 9] [3 8] [4 −2,5 kg] [5 +2,5 kg]
      [6 Auslassen] [7 Später] [8 Tauschen] [9 Warum?] [10 Mehr]
  19  (edited) Bankdrücken 1/4 ✓ 77,5 kg × 10
▸ fertig
      👍 on 23
  22  (edited) ✓ 77,5 kg × 10 · Pause 60 s, nächster Satz in 1 min
      Als Nächstes: 77,5 kg × 10, gleiche Scheiben
      [1 Pause beenden] [2 +30 s] [3 −30 s] [4 Ändern]
▸ training beenden
  25  Jetzt beenden? 18 Sätze sind noch offen; was du gemacht hast, bleibt.
      [1 Beenden] [2 Nein, weiter]
▸ [Beenden]
      (25 deleted)
  26· Geschafft · 1 min · 2 Sätze · 1.550 kg gehoben
      Bankdrücken: 77,5 kg × 10, 10
…
""")
    for message in newcomer.bot_messages:
        labels = newcomer.labels(message.id)
        assert len(set(labels)) == len(labels), labels


async def test_german_words_do_what_the_texts_say(stage: Stage) -> None:
    await stage.hears("%de", "/plan oberkörper", "[▶ Los]")
    await stage.hears("Rack ist besetzt")
    assert stage.newest.startswith("Statt Bankdrücken, für dieselben Muskeln:")
    await stage.hears("es tut weh")
    assert stage.newest == "Brich den Satz ab. Wie fühlt es sich an?"
    await stage.hears("[Nichts tut weh, weiter]", "wie lange noch")
    assert "Sätze" in stage.newest
    assert "✂ 25 min" in await stage.hears("noch 25 Minuten")
    await stage.hears("gestern: kniebeuge 3x5x100")
    assert stage.newest.startswith("✓ Eingetragen am So 1. Mär\nKniebeuge: 100 kg × 5, 5, 5")
    await stage.hears("/measure taille 84,5")
    assert stage.newest.startswith("Taille: 84,5 cm")
    await stage.hears("/remind mo mi fr 18:00")
    assert stage.newest.startswith("Erinnerungen: Mo Mi Fr 18:00")
    await stage.hears("/remind aus")
    assert stage.newest.startswith("Erinnerungen: aus")
    await stage.hears("/exercises waden")
    assert "Wadenheben im Stehen" in stage.labels()
    stage.is_clean()


async def test_what_is_chosen_wins_over_telegram_bells_and_apologies_too(stage: Stage) -> None:
    await stage.plays("""
▸ /settings
   2  Settings
      Unit: kg
      Language: English, as Telegram says
…
▸ [Language]
   2  (edited) Language: English, as Telegram says
      I talk to you in it; what you type may be in either, and exercises too.
      [1 • As Telegram says (English)]
      [2 English] [3 Deutsch]
      [4 ‹ Back]
▸ [Deutsch]
      (toast: Gemerkt.)
   2  (edited) Sprache: Deutsch
      Darin spreche ich mit dir; tippen kannst du so oder auf Englisch, auch Übungen.
      [1 Wie in Telegram (English)]
      [2 English] [3 • Deutsch]
      [4 ‹ Zurück]
""")
    await stage.hears("/plan upper", "[▶ Los]", "8")
    assert "Bankdrücken · Satz 2 von 4" in await stage.hears("+2m")
    await stage.restart(after=timedelta(minutes=1))
    await stage.chat.spotter._apologies.failed(written_by(stage))
    assert stage.newest.startswith("Das hat leider nicht geklappt")
    await stage.hears("/settings", "[Sprache]", "[Wie in Telegram]")
    assert stage.newest.startswith("Language: English, as Telegram says")
    assert "Bench press" in await stage.hears("/plan")


def written_by(stage: Stage) -> Update:
    """A message of the athlete's, whose Telegram speaks English."""
    user = User(stage.athlete.id, stage.athlete.first_name, is_bot=False, language_code="en")
    message = Message(999, stage.clock.now(), Chat(stage.athlete.id, "private"), from_user=user)
    return Update(999, message=message)


async def test_a_bell_follows_the_phone_to_its_new_language(stage: Stage) -> None:
    await stage.hears("/plan upper", "[▶ Start]", "8", "%de", "wie lange noch")
    assert (await stage.profile()).language == "de"
    assert "Bankdrücken · Satz 2 von 4" in await stage.hears("+2m")


async def test_commands_and_descriptions_are_published_in_german(newcomer: Stage) -> None:
    await newcomer.settle()
    bot = newcomer.chat.spotter.application.bot
    german, english = [
        {told.command: told.description for told in await bot.get_my_commands(language_code=code)}
        for code in ("de", None)
    ]
    assert german.keys() == english.keys()
    assert (english["undo"], german["undo"]) == ("Take back what you did last", "Das Letzte zurücknehmen")
    assert (await bot.get_my_short_description("de")).short_description.startswith("Krafttrainer")
    assert (await bot.get_my_description("de")).description.startswith("Ich plane Krafttraining")
