from __future__ import annotations

import pytest

from congvan.grammar.duties.owners import owner_at, owner_of_heading
from congvan.grammar.duties.receivers import receiver_in
from congvan.grammar.duties.tasks import last_clause, trimmed_task


@pytest.mark.parametrize(
    ("text", "owner", "task", "to"),
    [
        (
            "đề nghị các đơn vị gửi báo cáo về Sở Nội vụ (qua Phòng Hành chính) ",
            "các đơn vị",
            "gửi báo cáo về Sở Nội vụ (qua Phòng Hành chính)",
            "Sở Nội vụ",
        ),
        (
            "Các đơn vị tùy theo điều kiện để góp ý, đồng thời gửi ý kiến về Diễn đàn mùa xuân hoặc gửi trực tiếp ",
            "Các đơn vị",
            "gửi ý kiến về Diễn đàn mùa xuân hoặc gửi trực tiếp",
            "Diễn đàn mùa xuân",
        ),
        (
            "Giao Sở Xây dựng chủ trì, phối hợp Sở Y tế rà soát, hoàn thành ",
            "Sở Xây dựng",
            "chủ trì, phối hợp Sở Y tế rà soát",
            None,
        ),
        ("Hồ sơ đề nghị gửi về CĐVC tỉnh ", None, "Hồ sơ đề nghị gửi về CĐVC tỉnh", "CĐVC tỉnh"),
        (
            "các đơn vị chưa gửi hồ sơ đợt I cần gửi chứng từ về Sở Y tế ",
            "các đơn vị chưa gửi hồ sơ đợt I",
            "gửi chứng từ về Sở Y tế",
            "Sở Y tế",
        ),
        (
            "Căn cứ kế hoạch của xã để đăng ký nội dung thi đua gửi Trưởng khối ",
            None,
            "đăng ký nội dung thi đua gửi Trưởng khối",
            "Trưởng khối",
        ),
        (
            "các chi đoàn vận động sách cũ, phân loại và báo cáo số lượng về Huyện đoàn ",
            "các chi đoàn",
            "vận động sách cũ, phân loại và báo cáo số lượng về Huyện đoàn",
            "Huyện đoàn",
        ),
        (
            "Ban Nữ công Suối Cạn tổ chức thực hiện, tổng hợp và gửi phiếu về Văn phòng ",
            "Ban Nữ công Suối Cạn",
            "tổ chức thực hiện, tổng hợp và gửi phiếu về Văn phòng",
            "Văn phòng",
        ),
        ("các ban tham mưu gửi phiếu về Văn phòng ", "các ban tham mưu", "gửi phiếu về Văn phòng", "Văn phòng"),
        ("đội ngũ báo cáo viên lập danh sách ", "đội ngũ báo cáo viên", "lập danh sách", None),
        ("các chi hội trực thuộc tham dự lễ mừng thọ ", "các chi hội trực thuộc", "tham dự lễ mừng thọ", None),
        ("Công an tỉnh giải tỏa bến đò trái phép ", "Công an tỉnh", "giải tỏa bến đò trái phép", None),
        ("Bản đăng ký gửi về Văn phòng ", None, "Bản đăng ký gửi về Văn phòng", "Văn phòng"),
        ("Bàn giao học sinh về sinh hoạt tại thôn ", None, "Bàn giao học sinh về sinh hoạt tại thôn", None),
        ("Mỗi chi đoàn nộp 01 bài cho BTC ", "Mỗi chi đoàn", "nộp 01 bài cho BTC", "BTC"),
        ("Tổ chức thực hiện nghiêm túc ", None, "Tổ chức thực hiện nghiêm túc", None),
    ],
)
def test_owner_task_and_receiver_of_a_clause(text: str, owner: str | None, task: str, to: str | None) -> None:
    found, predicate = owner_at(text, 0, len(text))
    span = trimmed_task(text, max(predicate, last_clause(text, predicate, len(text))), len(text))
    assert span is not None
    receiver = receiver_in(text, *span)
    said = [None if s is None else text[slice(*s)] for s in (found, span, receiver)]
    assert said == [owner, task, to]


@pytest.mark.parametrize(
    ("heading", "owner"),
    [
        ("Sở Tài chính:", "Sở Tài chính"),
        ("Các cơ quan, đơn vị có trách nhiệm:", "Các cơ quan, đơn vị"),
        ("GVCN, các chi đoàn, chi hội:", "GVCN, các chi đoàn, chi hội"),
        ("Trách nhiệm của Phòng Văn hóa", "Phòng Văn hóa"),
        ("Phòng Bưu chính, Viễn thông (6 nhiệm vụ):", "Phòng Bưu chính, Viễn thông"),
        ("Các ban tham mưu:", "Các ban tham mưu"),
        ("Phòng Kế hoạch tổng hợp:", "Phòng Kế hoạch tổng hợp"),
        ("Thời gian nộp:", None),
        ("Nội dung:", None),
        ("Tổ chức hội thi", None),
        ("CÁC ĐƠN VỊ", None),
    ],
)
def test_a_list_head_names_its_owner(heading: str, owner: str | None) -> None:
    assert owner_of_heading(heading) == owner


@pytest.mark.parametrize(
    ("text", "owner", "predicate"),
    [
        ("Các phòng góp ý dự thảo quy chế", "Các phòng", "góp ý"),
        ("Tổ công tác kiểm đếm đất đai của 12 hộ", "Tổ công tác", "kiểm đếm"),
        ("Khoa Kiểm soát bệnh tật phun hóa chất tại 05 thôn", "Khoa Kiểm soát bệnh tật", "phun"),
        ("Mỗi giáo viên thao giảng 01 tiết", "Mỗi giáo viên", "thao giảng"),
        ("Sở tổ chức thẩm định hồ sơ", "Sở", "tổ chức"),
        ("Phụ huynh có con vào lớp 1 ký phiếu đồng ý", "Phụ huynh có con vào lớp 1", "ký phiếu"),
        ("Các cơ sở giết mổ gia súc nộp hồ sơ", "Các cơ sở giết mổ gia súc", "nộp"),
        ("Đơn vị có nhân sự thay đổi thì báo lại", "Đơn vị có nhân sự thay đổi", "báo lại"),
        ("Thư ký Hội đồng tham mưu quy trình bầu", "Thư ký Hội đồng", "tham mưu"),
        ("Chủ gian hàng trả mặt bằng", "Chủ gian hàng", "trả"),
    ],
)
def test_verbs_that_end_an_owner(text: str, owner: str, predicate: str) -> None:
    found, at = owner_at(text, 0, len(text))
    assert found is not None
    assert text[slice(*found)] == owner
    assert text[at:].startswith(predicate)


@pytest.mark.parametrize(
    ("task", "receiver"),
    [
        ("nộp phiếu cho từng Tổ bầu cử", "từng Tổ bầu cử"),
        ("trả lời học sinh", "học sinh"),
        ("gửi lại cô chủ nhiệm", "cô chủ nhiệm"),
        ("lập hồ sơ, nộp Thư ký Hội đồng", "Thư ký Hội đồng"),
        ("trình Ủy ban nhân dân huyện phê duyệt và gửi về Chi cục", "Chi cục"),
        ("báo cáo Thường trực Huyện ủy tình hình đảng viên", "Thường trực Huyện ủy"),
        ("đăng ký số lượng áo (90.000đ/áo) với đ/c Trà", "đ/c Trà"),
        ("gửi Ban Tổ chức - Kiểm tra Huyện đoàn", "Ban Tổ chức - Kiểm tra Huyện đoàn"),
        ("ký số gửi CDC tỉnh", "CDC tỉnh"),
        ("đăng ký qua hộp thư hop@doi.example.vn", None),
        ("trình ban hành quy chế", None),
        ("báo cáo thiệt hại về người", None),
    ],
)
def test_receivers_named_right_after_the_verb(task: str, receiver: str | None) -> None:
    found = receiver_in(task, 0, len(task))
    assert (task[slice(*found)] if found else None) == receiver


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("vận động ít nhất 05 tác giả, gửi danh sách về Trung tâm", "gửi danh sách về Trung tâm"),
        ("mỗi xã cử 02 người, hồ sơ 01 bộ gửi Thanh tra", "hồ sơ 01 bộ gửi Thanh tra"),
        (
            "chuẩn bị tham luận không quá 03 trang, gửi về Văn phòng",
            "chuẩn bị tham luận không quá 03 trang, gửi về Văn phòng",
        ),
        ("bảo đảm 100% quán ăn được kiểm tra, ký cam kết", "bảo đảm 100% quán ăn được kiểm tra, ký cam kết"),
        ("Trường hợp có người bị nạn, mất tích phải báo cáo ngay", "báo cáo ngay"),
        ("Sau khắc phục, báo cáo kết quả", "báo cáo kết quả"),
        (
            "Hồ sơ gồm đơn, bản sao (02 bộ, mỗi bộ 3 trang), gửi về Phòng",
            "Hồ sơ gồm đơn, bản sao (02 bộ, mỗi bộ 3 trang), gửi về Phòng",
        ),
    ],
)
def test_a_duty_begins_behind_a_figure_or_a_case(text: str, task: str) -> None:
    assert text[last_clause(text, 0, len(text)) :] == task


def test_rounds_of_one_duty_are_no_words_of_it() -> None:
    text = "gửi lại phòng theo hai đợt: đợt 1 "
    span = trimmed_task(text, 0, len(text))
    assert span is not None
    assert text[slice(*span)] == "gửi lại phòng"
