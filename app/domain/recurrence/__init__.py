"""Schedules as people write them: read, worded, explained and expanded.

The way of a phrase, and where to teach it something new:

- `normalising` gives each thing one spelling; `tokens` cuts the words by the `lexicon` (a new wording goes there).
- `grammar` tries its productions at each place: `grammar_days` (which days, with `_month_days`, `_following`, `_classes`,
  `_dates`, `_months`, `_lists`), `grammar_off` (what is not held, with `_off_items`), `grammar_shift` (where dates go),
  `grammar_exchange` and `grammar_some` (months and days with rules of their own), `grammar_told` (what is told and not
  worked out), `spans` (from and until), `grammar_words` (single words, and those that nobody understood). They hand on
  `pieces`.
- `assembly` makes a timetable of the pieces: `restating`, `dealing` (hours), `intervals`, `counting`, `limits`, `parting`,
  `totals`, `canonical`; what is left open has its `questions` and likely `answers`.
- `rule` says what there is to mean; `days`, `fate` and `expansion` give the dates, `reasons` why one is missing, `rrule*`
  the same for other programs, `wording*` for people.
"""
