"""Words by the part they play in the clause of a figure, shared by those who cut it."""

from __future__ import annotations

from congvan.grammar.wording import keys

HAVE = keys("có|gồm|gồm có|bao gồm")
MODALS = keys("phải|được|cần|sẽ|đều|nên|phải được|cần được|được phép|chỉ được|có thể|có trách nhiệm")
COPULAS = keys("đạt|chiếm|phải đạt|đạt được")
STRIVING = keys("phấn đấu|quyết tâm|tiếp tục")
# Words that open a clause and belong neither to its subject nor to what is done.
LEADS = keys(
    "riêng|trong đó|trong số đó|trong số|đối với|đề nghị|yêu cầu|phấn đấu|vận động|động viên|và|hoặc|thì|với|để|cho|"
    "tại|ở|nếu|các nội dung|cụ thể|hay|nhằm|chỉ đạo|đến|tới|của|tiếp tục|mục tiêu|chỉ tiêu"
)
JOINS = keys(",|và|hoặc|hay|là|;|gồm")
BREAKS = frozenset(",;:.(-–+|")  # marks that end a clause; the bar is the edge of a table's cell
SKIPPED = keys("đối với|xong|là|từ|khoảng|dự kiến|đến|cho|tới|với|bằng|tỷ lệ|của|ở mức|mức")
VERB_JOINS = keys(",|và|hoặc")
MANAGED = "được"
