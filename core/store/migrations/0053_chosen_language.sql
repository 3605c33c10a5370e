-- The language an athlete chose to be spoken to in; null is what their Telegram says (column `language`).

alter table athlete add column chosen_language text;
