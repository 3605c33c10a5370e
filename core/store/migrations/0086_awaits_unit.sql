-- Lifts or a bodyweight told before kilograms or pounds were, as typed: read once the unit is known, then emptied.
alter table onboarding add column awaits_unit text;
