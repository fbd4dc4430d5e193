"""Small languages shared by all extractors: text in, values with offsets out; nothing of a document is known here.

They find and cut; extract/ makes candidates of what they find. By subject: dates, clock, spans, terms (time); codes,
citations, laws, titled, cited_titles, relations, coreference, type_names (documents); bodies, body_heads, levels, names
(who); duty_* (what somebody must do by when); numbers, figures, predicates, clauses, duties, goal_frames, plantables,
wording (figures to reach); awards, award_*, rewards (honours); titles, dateline, spelling (letterhead and signature).
"""
