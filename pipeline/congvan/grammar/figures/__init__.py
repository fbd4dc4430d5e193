"""Figures to reach: what they count, whose they are, and what the clause around them says.

In the order in which a sentence is read: `counted` finds figures with their units; `told` goes from one to the next,
with `clauses` (and its parts `clause_words`, `verbs`, `subjects`, `predicates`, `rates`, `frames`, `cuts`) for what a
clause says, and `sharing` for what a figure takes from its neighbours; `rules` says whether it is a target, by what
`senses`, `headings`, `reached` and `norms` know; `kinds` of what kind, `dues` by when. Tables: `columns`, then
`plan_tables`.
"""
