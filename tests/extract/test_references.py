"""Cited documents: what counts as one, what is told of it, and how the dispatch relates to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.layout import Cell, Layout
from congvan.extract.references import extract

BodyDoc = Callable[..., Doc]

WHOLE = {
    "Thực hiện Kế hoạch số 61/KH-LĐLĐ ngày 14/7/2020 của Liên đoàn Lao động tỉnh về phát động đợt thi đua, "
    "Công đoàn ngành đề nghị các đơn vị:": {
        "type": "kế hoạch",
        "code": "61/KH-LĐLĐ",
        "issued_on": "2020-07-14",
        "issuer": "Liên đoàn Lao động tỉnh",
        "title": "phát động đợt thi đua",
        "relation": "implements",
    },
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ quy định về công tác văn thư;": {
        "type": "nghị định",
        "code": "30/2020/NĐ-CP",
        "issued_on": "2020-03-05",
        "issuer": "Chính phủ",
        "title": "công tác văn thư",
        "relation": "basis",
    },
    "Căn cứ Luật Viên chức số 58/2010/QH12 ngày 15/11/2010;": {
        "type": "luật",
        "code": "58/2010/QH12",
        "issued_on": "2010-11-15",
        "issuer": None,
        "title": "Viên chức",
        "relation": "basis",
    },
    "Căn cứ Luật Phòng, chống thiên tai ngày 19 tháng 6 năm 2013;": {
        "type": "luật",
        "code": None,
        "issued_on": "2013-06-19",
        "title": "Phòng, chống thiên tai",
        "relation": "basis",
    },
    "theo quy định của Luật Tố tụng hành chính năm 2015.": {
        "type": "luật",
        "issued_on": "2015",
        "title": "Tố tụng hành chính",
        "relation": "basis",
    },
    "Căn cứ Chương trình công tác xuân hè của Ban Thường vụ Liên đoàn Lao động tỉnh Sơn Hà năm 2021;": {
        "type": "chương trình",
        "code": None,
        "issued_on": None,
        "issuer": "Ban Thường vụ Liên đoàn Lao động tỉnh Sơn Hà",
        "title": "công tác xuân hè",
        "relation": "basis",
    },
    "Thực hiện Kế hoạch ngày 5/3/2021 của Sở Y tế tỉnh Sơn Hà về tiêm chủng, Trung tâm Y tế đề nghị": {
        "type": "kế hoạch",
        "code": None,
        "issued_on": "2021-03-05",
        "issuer": "Sở Y tế tỉnh Sơn Hà",
        "title": "tiêm chủng",
        "relation": "implements",
    },
    "Thực hiện Chỉ thị số    -CT/ĐU ngày   /11/2024 của Ban Thường vụ Đảng ủy xã Đông Lĩnh về việc dọn kênh mương": {
        "type": "chỉ thị",
        "code": None,
        "issued_on": "2024-11",
        "issuer": "Ban Thường vụ Đảng ủy xã Đông Lĩnh",
        "title": "dọn kênh mương",
        "relation": "implements",
    },
    "Theo đề nghị của Giám đốc Sở Tư pháp tại Tờ trình số 26/TTr-STP ngày 17/8/2022,": {
        "type": "tờ trình",
        "code": "26/TTr-STP",
        "issued_on": "2022-08-17",
        "issuer": "Giám đốc Sở Tư pháp",
        "relation": "answers",
    },
    "Ngày 9/5/2019, Sở Y tế đã ban hành Công văn số 63/SYT-KHTC về việc thu hồi thuốc.": {
        "type": "công văn",
        "code": "63/SYT-KHTC",
        "issued_on": "2019-05-09",
        "issuer": "Sở Y tế",
        "title": "thu hồi thuốc",
        "relation": "cites",
    },
    "Căn cứ Chương trình phối hợp số 02/CTPH-LĐLĐ-CA ngày 3/4/2020 giữa Liên đoàn Lao động tỉnh và Công an tỉnh "
    "về bảo đảm an ninh;": {
        "type": "chương trình",
        "issuer": "Liên đoàn Lao động tỉnh và Công an tỉnh",
        "title": "bảo đảm an ninh",
    },
    "Thực hiện Chương trình phối hợp số 9/CTPH-UBND-MNHH ngày 3/4/2020 giữa UBND xã và nhà trường về bếp ăn;": {
        "issuer": "UBND xã và nhà trường",
        "title": "bếp ăn",
    },
    "Căn cứ Luật Phổ biến, giáo dục pháp luật số 14/2012/QH13 ngày 20/6/2012;": {
        "type": "luật",
        "code": "14/2012/QH13",
        "title": "Phổ biến, giáo dục pháp luật",
    },
    "Căn cử Kế hoạch số 4/KH-UBND ngày 3/4/2020 của UBND xã phát động trồng rừng;": {
        "title": "phát động trồng rừng",
        "relation": "basis",
    },
    "Theo đề nghị của Hội đồng Thi đua - Khen thưởng tại Tờ trình số\n42/TTr-HĐTĐKT ngày 31/10/2021.": {
        "code": "42/TTr-HĐTĐKT",
        "issued_on": "2021-10-31",
        "issuer": "Hội đồng Thi đua - Khen thưởng",
        "relation": "answers",
    },
    "UBND huyện đã kịp thời ban hành Kế hoạch số 8/KH-UBND ngày 3/4/2020 về dọn kênh.": {
        "issuer": None,
        "title": "dọn kênh",
        "relation": "cites",
    },
    "Trên cơ sở Công văn số 56/S§T-VP ngày 27/5/2022 của Sở Y tế về việc hiến máu;": {
        "type": "công văn",
        "code": None,
        "issued_on": "2022-05-27",
        "issuer": "Sở Y tế",
        "title": "hiến máu",
        "relation": "basis",
    },
    "Căn cứ Chỉ thị số 37ACT-SYT, ngày 28/1 1/2023 của Sở Y tế V/v hiến máu;": {
        "type": "chỉ thị",
        "code": None,
        "issued_on": "2023-11-28",
        "issuer": "Sở Y tế",
        "title": "hiến máu",
    },
    "Căn cứ Chỉ thị số 37/CT-SYT ngày 28/1/2023 của Ban": {"code": "37/CT-SYT", "issuer": None},
    "Căn cứ Nghị quyết ngày 15/3/2024 của HĐND huyện Bình Khê khóa XX, kỳ họp thứ 9 về chợ phiên;": {
        "type": "nghị quyết",
        "issued_on": "2024-03-15",
        "issuer": "HĐND huyện Bình Khê khóa XX",
        "title": "chợ phiên",
    },
    "Thực hiện Kết luận của Thường trực Huyện ủy tại Thông báo số 45-TB/HU ngày 2/8/2024 về chợ phiên;": {
        "type": "thông báo",
        "issuer": "Thường trực Huyện ủy",
        "relation": "implements",
    },
    "theo quy định 318 ngày 12/11/2009 của Hiệu trưởng": {
        "type": "quy định",
        "code": "318",
        "issued_on": "2009-11-12",
        "relation": "basis",
    },
    "Thực hiện Nghị quyết 17-NQ/TW ngày 11/02/2009 của Ban Chấp hành Trung ương Đảng về “Chăm lo đội ngũ thợ trẻ”, "
    "ngành đã chỉ đạo": {
        "code": "17-NQ/TW",
        "issuer": "Ban Chấp hành Trung ương Đảng",
        "title": "Chăm lo đội ngũ thợ trẻ",
    },
    "Căn cứ Thông tư số 14/2021/TT-BQA ngày 12/5/2021 của Bộ Y tế Hướng dẫn một số nội dung về sữa học đường;": {
        "issuer": "Bộ Y tế",
        "title": "Hướng dẫn một số nội dung về sữa học đường",
    },
    "Phúc đáp Công văn số 77/PGDĐT-TH ngày 2/2/2022 của Phòng Giáo dục và Đào tạo huyện Bình Khê việc cử giáo viên "
    "dự hội thi, nhà trường báo cáo như sau:": {
        "issuer": "Phòng Giáo dục và Đào tạo huyện Bình Khê",
        "title": "cử giáo viên dự hội thi",
        "relation": "answers",
    },
}


def the_one(doc: Doc) -> Candidate:
    (candidate,) = extract(doc)
    return candidate


def told(values: Mapping[str, Value], expected: Mapping[str, object]) -> dict[str, object]:
    return {attribute: values.get(attribute) for attribute in expected}


@pytest.mark.parametrize("text", WHOLE, ids=lambda text: text[:40])
def test_a_citation_tells_what_is_printed(body_doc: BodyDoc, text: str) -> None:
    candidate = the_one(body_doc(text))
    assert told(candidate.values, WHOLE[text]) == WHOLE[text]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch này có hiệu lực từ ngày 05/5/2021.",
        "Căn cứ tình hình thực tế của đơn vị, nhà trường thông báo.",
        "Thực hiện Nghị quyết Đại hội Đảng các cấp, chi bộ đề ra phương hướng.",
        "Các đơn vị gửi báo cáo ngày 25/5/2021 của mình về Sở Nội vụ.",
        "Tuyên truyền Luật Giao thông đường bộ tới học sinh.",
        "Căn cứ Kế hoạch của Ban Thường vụ Đoàn xã chủ động xây dựng chương trình.",
        "(Ban hành kèm theo Quyết định số    /QĐ-UBND ngày   tháng   năm 2021 của UBND tỉnh Sơn Hà)",
    ],
)
def test_what_is_no_citation(body_doc: BodyDoc, text: str) -> None:
    assert extract(body_doc(text)) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("về tuyên truyền bầu cử với chủ đề “Ngày hội”.", "tuyên truyền bầu cử"),
        ("về tuyên truyền bầu cử (sau đây gọi là Kế hoạch 12).", "tuyên truyền bầu cử"),
        ("về hội thi tin học trẻ (THT) cấp huyện.", "hội thi tin học trẻ (THT) cấp huyện"),
        ("về chăm sóc rừng; ngăn chặn cháy rừng.", "chăm sóc rừng; ngăn chặn cháy rừng"),
        ("về chăm sóc rừng; kịp thời gỡ vướng ở thôn.", "chăm sóc rừng"),
        ("về chăm sóc rừng; gắn với việc thường ngày.", "chăm sóc rừng"),
        ("về nuôi cá lồng hết hiệu lực từ hôm nay.", "nuôi cá lồng"),
        ("về phổ biến luật mới có hiệu lực năm nay.", "phổ biến luật mới có hiệu lực năm nay"),
        ("về nuôi cá lồng, cho phù hợp với tình hình.", "nuôi cá lồng"),
        ("về phòng dịch; Nghị quyết số 5/NQ-ABC về phòng cháy.", "phòng dịch"),
        ("về phòng dịch và Nghị quyết số 5/NQ-ABC về phòng cháy.", "phòng dịch"),
        ("về phòng dịch, UBND xã thông báo như sau:", "phòng dịch"),
        ("về phòng dịch, đề nghị các trường thực hiện.", "phòng dịch"),
        ("về chủ đề năm “Xanh, sạch”, nâng cao tinh thần làm việc.", "chủ đề năm “Xanh, sạch”"),
        ("phê duyệt Đề án chuyển đổi số.", "phê duyệt Đề án chuyển đổi số"),
        ("quy định chi tiết việc đấu thầu.", "chi tiết việc đấu thầu"),
        ("vê việc phòng cháy rừng.", "phòng cháy rừng"),
    ],
)
def test_where_a_title_begins_and_ends(body_doc: BodyDoc, text: str, title: str) -> None:
    first, *_ = extract(body_doc(f"Thực hiện Kế hoạch số 12/KH-UBND ngày 5/3/2021 của UBND tỉnh Sơn Hà {text}"))
    assert first.values["title"] == title


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Triển khai có hiệu quả Chỉ thị số 3/CT-UBND", "implements"),
        ("được triển khai tại Công văn số 3/UBND-VX", "cites"),
        ("Tiền thực hiện lấy từ nguồn đã được giao tại Quyết định số 3/QĐ-UBND", "cites"),
        ("Điều chỉnh thời gian thực hiện Kế hoạch số 3/KH-UBND", "amends"),
        ("trên cơ sở Kế hoạch số 3/KH-UBND", "basis"),
        ("Quyết định này thay thế Quyết định số 3/QĐ-UBND", "replaces"),
        ("Quyết định số 3/QĐ-UBND hết hiệu lực thi hành.", "replaces"),
        ("Sửa đổi, bổ sung một số điều của Quyết định số 3/QĐ-UBND", "amends"),
        ("bổ sung kinh phí cho các trường, gửi Công văn số 3/UBND-VX", "cites"),
        ("tài liệu ban hành kèm theo Quyết định số 3/QĐ-UBND", "attached"),
        ("Xét Tờ trình số 3/TTr-STP", "answers"),
        ("Sở Y tế nhận được Công văn số 3/UBND-VX", "answers"),
        ("Đơn vị thực hiện: Các trường nêu tại Quyết định số 3/QĐ-UBND", "cites"),
        ("bảo đảm hoàn thành chỉ tiêu theo kế hoạch (Công văn số 3/VP-TH)", "cites"),
    ],
)
def test_relation_to_the_cited_document(body_doc: BodyDoc, text: str, relation: str) -> None:
    assert the_one(body_doc(text)).values["relation"] == relation


def test_document_inside_a_title_is_one_of_its_own_and_only_cited(body_doc: BodyDoc) -> None:
    text = (
        "Thực hiện Kết luận số 73/KL-TW ngày 6/9/2023 của Bộ Chính trị về tiếp tục thực hiện Nghị quyết số 31-NQ/TW "
        "ngày 07/10/2014 của Ban Chấp hành Trung ương về đổi mới giáo dục."
    )
    outer, inner = extract(body_doc(text))
    assert str(outer.values["title"]).endswith("về đổi mới giáo dục")
    assert told(inner.values, {"code": 0, "title": 0, "relation": 0}) == {
        "code": "31-NQ/TW",
        "title": "đổi mới giáo dục",
        "relation": "cites",
    }


def test_members_of_a_list_share_type_date_issuer_and_title(body_doc: BodyDoc) -> None:
    text = "Thực hiện các Quyết định số: 58/QĐ-BQA, 59/QĐ- BQA ngày 20/11/2023 của Bộ trưởng Bộ Y tế về dinh dưỡng."
    first, second = (c.values for c in extract(body_doc(text)))
    assert (first["code"], second["code"]) == ("58/QĐ-BQA", "59/QĐ-BQA")
    for attribute in ("type", "issued_on", "issuer", "title", "relation"):
        assert first[attribute] == second[attribute]
        assert first[attribute] is not None


def test_members_of_a_list_share_the_issuer_of_its_head(body_doc: BodyDoc) -> None:
    text = (
        "Thực hiện các Kế hoạch của UBND tỉnh Sơn Hà: số 71/KH-UBND ngày 04/10/2024 về đường làng; "
        "số 73/KH-UBND ngày 09/10/2024 tổ chức chợ phiên; số 75/KH-UBND ngày 15/10/2024 về kè sông."
    )
    values = [c.values for c in extract(body_doc(text))]
    assert [v["type"] for v in values] == ["kế hoạch"] * 3
    assert [v["issuer"] for v in values] == ["UBND tỉnh Sơn Hà"] * 3
    assert [v["title"] for v in values] == ["đường làng", "tổ chức chợ phiên", "kè sông"]


def test_a_list_without_blanks_behind_its_marks_keeps_types_and_relation(body_doc: BodyDoc) -> None:
    text = "Căn cứ Thông báo số 9-TB/TU ngày 4/3/2020 của Tỉnh ủy về chợ;Chỉ thị số 8-CT/TU ngày 5/3/2020 của Tỉnh ủy;"
    assert [(c.values["type"], c.values["relation"]) for c in extract(body_doc(text))] == [
        ("thông báo", "basis"),
        ("chỉ thị", "basis"),
    ]


def test_items_under_a_heading_take_its_relation(body_doc: BodyDoc) -> None:
    text = (
        "Điều 2. Bãi bỏ các quyết định sau:\n"
        "- Quyết định số 5/QĐ-UBND ngày 3/4/2019 của UBND tỉnh về giá đất;\n"
        "- Quyết định số 6/QĐ-UBND ngày 4/4/2019 của UBND tỉnh về giá nước."
    )
    assert [c.values["relation"] for c in extract(body_doc(text))] == ["replaces", "replaces"]


def test_mentions_of_one_document_agree(body_doc: BodyDoc) -> None:
    text = (
        "Căn cứ Công văn số 41/BGD-VP ngày 8/4/2021 của Bộ Y tế về khảo sát;\n"
        "Mẫu phiếu theo hướng dẫn tại Công văn số 41/BGĐ-VP."
    )
    first, second = (c.values for c in extract(body_doc(text)))
    assert (first["code"], first["issued_on"], first["relation"]) == (
        second["code"],
        second["issued_on"],
        second["relation"],
    )


def test_joint_issuer_is_not_the_subject_of_the_main_clause(body_doc: BodyDoc) -> None:
    text = "Trả lời Công văn số 19/CV-SYT ngày 6/4/2021 của Sở Y tế, UBND huyện Bình Khê có ý kiến như sau:"
    assert the_one(body_doc(text)).values["issuer"] == "Sở Y tế"


def test_own_number_is_no_citation(body_doc: BodyDoc) -> None:
    text = "Số: 12/KH-VHTT\n(Kèm theo Kế hoạch số 12/KH-VHTT ngày 5/3/2021 của Phòng Văn hóa)"
    doc = body_doc(text)
    layout = Layout((Cell("code", 0, text.index("\n")),), doc._.context.layout.blocks)
    doc._.context = replace(doc._.context, layout=layout)
    assert extract(doc) == []


def with_layout(doc: Doc, *cells: Cell, zone: str = "body") -> Doc:
    context = doc._.context
    blocks = tuple(replace(block, zone=zone) for block in context.layout.blocks)
    doc._.context = replace(context, layout=Layout(cells, blocks), issued_on=date(2021, 12, 7))
    return doc


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("Quyết định số … ngày 07/12/2021 của nhà trường", 0),
        ("Quyết định số 5/QĐ-THSH ngày 07/12/2021 của nhà trường", 0),
        ("Quyết định số 5/QĐ-THSH ngày 09/12/2020 của nhà trường", 1),
        ("Thông tư số 5/2021/TT-BQA ngày 07/12/2021 của Bộ Y tế", 1),
    ],
)
def test_over_an_annex_the_dispatch_names_itself(body_doc: BodyDoc, told: str, count: int) -> None:
    text = f"QUYẾT ĐỊNH\nVề bếp ăn\nQUY CHẾ\n(Ban hành kèm theo {told})"
    assert len(extract(with_layout(body_doc(text), Cell("title", 0, 10)))) == count


def test_letterhead_cites_only_in_its_subject(body_doc: BodyDoc) -> None:
    text = "Số6 7/GM-BCĐ\nV/v thực hiện Kế hoạch số 3/KH-UBND ngày 5/3/2021"
    doc = with_layout(body_doc(text), Cell("subject", 13, len(text)), zone="head-left")
    assert the_one(doc).values["code"] == "3/KH-UBND"


def test_a_document_told_once_more_keeps_the_relation_first_told(body_doc: BodyDoc) -> None:
    text = (
        "Việc này đã nêu tại Công văn số 41/SYT-VP ngày 8/4/2021 của Sở Y tế về khảo sát.\n"
        "Các trạm tiếp tục thực hiện theo Công văn số 41/SYT-VP nêu trên."
    )
    assert {c.values["relation"] for c in extract(body_doc(text))} == {"cites"}


def test_quote_has_the_cue_directly_before(body_doc: BodyDoc) -> None:
    text = "Tiếp tục thực hiện nghiêm túc Chỉ thị số 3/CT-UBND ngày 5/3/2021 của UBND tỉnh về phòng dịch, các xã cần"
    candidate = the_one(body_doc(text))
    assert text[candidate.start : candidate.end] == text[: text.index(", các xã")]


@given(st.text(alphabet="Căn cứ Quyết định số 1/-QĐUBND ngày3tháng4năm2021củavề,;.“”():|", max_size=200))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gives_spans_inside_it(body_doc: BodyDoc, text: str) -> None:
    for candidate in extract(body_doc(text)):
        assert 0 <= candidate.start < candidate.end <= len(text)
