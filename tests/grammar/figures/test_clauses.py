from __future__ import annotations

import pytest

from congvan.grammar.figures.clauses import cut_count, cut_share
from congvan.grammar.figures.counted import find_quantities
from congvan.grammar.figures.cuts import Cut
from congvan.grammar.wording import Wording


def cut(text: str) -> Cut:
    wording = Wording(text, 0, len(text))
    quantity = find_quantities(wording, 0, len(text))[-1]
    if quantity.counts == "share":
        return cut_share(wording, 0, quantity, len(text), len(text))
    return cut_count(wording, 0, quantity, len(text))


def said(text: str) -> tuple[str | None, str | None]:
    found = cut(text)
    return tuple(text[span[0] : span[1]] if span else None for span in (found.population, found.metric))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "population", "metric"),
    [
        ("100% học sinh được tập huấn, hướng dẫn", "học sinh", "được tập huấn"),
        ("100% cán bộ phụ trách được bồi dưỡng", "cán bộ phụ trách", "được bồi dưỡng"),
        ("90% kiến nghị được trả lời đúng thời hạn", "kiến nghị", "được trả lời đúng thời hạn"),
        ("95% hồ sơ giải quyết đúng hạn", "hồ sơ", "giải quyết đúng hạn"),
        ("95% người làm công tác kho được bồi dưỡng", "người làm công tác kho", "được bồi dưỡng"),
        ("80% đơn vị tổ chức sơ kết, rút kinh nghiệm", "đơn vị", "tổ chức sơ kết, rút kinh nghiệm"),
        ("100% đoàn viên, người lao động đi bầu cử", "đoàn viên, người lao động", "đi bầu cử"),
        ("giải ngân 100% kế hoạch vốn được giao", "kế hoạch vốn được giao", "giải ngân"),
        ("vận động 100% hộ gia đình phân loại rác", "hộ gia đình", "phân loại rác"),
        ("từ 80% chi hội trở lên hoàn thành tốt nhiệm vụ", "chi hội", "hoàn thành tốt nhiệm vụ"),
        ("90% cán bộ của đơn vị quản lý phải có chứng chỉ", "cán bộ của đơn vị quản lý", "có chứng chỉ"),
        ("70% hội viên mới là nữ", "hội viên mới", "là nữ"),
        ("Phấn đấu 60% diện tích đất vườn", "diện tích đất vườn", None),
        ("100% đội viên thi đua học tốt; chủ động tham gia bầu cử, bỏ phiếu", "đội viên", "tham gia bầu cử"),
    ],
)
def test_a_share_has_its_population_and_predicate(text: str, population: str, metric: str | None) -> None:
    assert said(text) == (population, metric)


@pytest.mark.parametrize(
    ("text", "population", "metric"),
    [
        ("tỷ lệ đoàn viên đi bầu đạt 98% trở lên", "đoàn viên", "tỷ lệ đoàn viên đi bầu"),
        ("Nâng tỷ lệ hộ dùng nước máy từ 60% lên 75%", "hộ", "tỷ lệ hộ dùng nước máy"),
        ("Tỷ lệ hộ nghèo còn dưới 3%", None, "Tỷ lệ hộ nghèo"),
        (
            "Tỷ lệ cán bộ phụ trách được tập huấn đạt 90%",
            "cán bộ phụ trách",
            "Tỷ lệ cán bộ phụ trách được tập huấn",
        ),
        ("Tỷ lệ trẻ em dưới 5 tuổi thấp còi xuống còn 12%", None, "Tỷ lệ trẻ em dưới 5 tuổi thấp còi"),
        ("Đơn vị có số lượng bài dự thi nhiều nhất (trên 300 bài)", "Đơn vị", "số lượng bài dự thi"),
        ("Thu ngân sách trên địa bàn đạt 500 tỷ đồng", None, "Thu ngân sách trên địa bàn"),
    ],
)
def test_a_rate_stands_before_its_figure(text: str, population: str | None, metric: str) -> None:
    assert said(text) == (population, metric)


@pytest.mark.parametrize(
    ("text", "population", "metric"),
    [
        ("Mỗi lớp đăng ký 02 bài", "Mỗi lớp", "đăng ký"),
        ("Mỗi khối thi đua đề nghị xét tặng: 02 Cờ", "Mỗi khối thi đua", "đề nghị xét tặng"),
        ("mỗi tổ phải đảm bảo có ít nhất 05 đoàn viên", "mỗi tổ", "đảm bảo có"),
        ("Tổ do Sở Nội vụ thành lập gồm có 07 thành viên", "Tổ do Sở Nội vụ thành lập", "gồm có"),
        ("Lập danh sách gửi về Hội không quá 04 bài", None, "gửi về Hội"),
        ("Mỗi cố vấn có 2 ca gặp trực tiếp sinh viên", "Mỗi cố vấn", "gặp trực tiếp sinh viên"),
        ("Khối các trường có vốn Nhà nước: 02 Cờ", "Khối các trường có vốn Nhà nước", None),
        ("Chủ trì, phối hợp tổ chức 04 lớp", None, "phối hợp tổ chức"),
        ("Mỗi đơn vị tổ chức 02 lớp", "Mỗi đơn vị", "tổ chức"),
        ("Tổ Văn thư cử 01 người", "Tổ Văn thư", "cử"),
        ("Đạt ít nhất 3/5 tiêu chí", None, "Đạt"),
    ],
)
def test_a_count_has_its_subject_and_verbs(text: str, population: str | None, metric: str | None) -> None:
    assert said(text) == (population, metric)


def test_what_grows_or_falls_is_the_metric() -> None:
    assert said("Giảm ít nhất 5% số vụ cháy") == (None, "số vụ cháy")
    assert said("Số lao động có việc làm tăng 10%") == (None, "Số lao động có việc làm")


@pytest.mark.parametrize(
    ("text", "population", "metric"),
    [
        ("khám 100% người có triệu chứng ho", "người có triệu chứng ho", "khám"),
        ("ký cam kết đối với 100% chủ ghe đưa đón học sinh", "chủ ghe đưa đón học sinh", "ký cam kết"),
        ("tập huấn cho 100% chủ tịch công đoàn mới được bầu", "chủ tịch công đoàn mới được bầu", "tập huấn"),
        ("khám 90% người cao tuổi trong quý này", "người cao tuổi", "khám"),
        ("vận động 95% hộ phân loại rác", "hộ", "phân loại rác"),
        ("Mỗi xã dành 10% quỹ đất công", "Mỗi xã", "dành"),
    ],
)
def test_a_share_may_be_the_object_of_a_verb(text: str, population: str, metric: str) -> None:
    assert said(text) == (population, metric)


@pytest.mark.parametrize(
    ("text", "population", "metric"),
    [
        ("tỷ lệ nữ đạt 35%", "nữ", "tỷ lệ nữ"),
        ("tỷ lệ hài lòng của người bệnh đạt 92%", "người bệnh", "tỷ lệ hài lòng của người bệnh"),
        ("tỷ lệ chuyên cần đối với trẻ 5 tuổi đạt 97%", "trẻ 5 tuổi", "tỷ lệ chuyên cần"),
        ("tỷ lệ hộ dùng nước sạch đạt 95%", "hộ", "tỷ lệ hộ dùng nước sạch"),
        ("tỷ lệ che phủ rừng đạt 41%", None, "tỷ lệ che phủ rừng"),
    ],
)
def test_a_rate_tells_of_whom_it_is(text: str, population: str | None, metric: str) -> None:
    assert said(text) == (population, metric)


@pytest.mark.parametrize(
    ("text", "population", "metric"),
    [
        ("giảm tỷ lệ chuyển tuyến ít nhất 5%", None, "tỷ lệ chuyển tuyến"),
        ("tăng số chi bộ có chi ủy lên 75%", None, "số chi bộ có chi ủy"),
        ("tỷ lệ sinh con thứ 3 đạt 9%", None, "tỷ lệ sinh con thứ 3"),
        ("nguồn thu từ đò ngang chiếm 25%", "nguồn thu từ đò ngang", "chiếm"),
        ("trong đó hội viên nữ chiếm ít nhất 50%", "hội viên nữ", "chiếm"),
        ("Đầu năm mỗi lớp bầu 01 lớp trưởng", "mỗi lớp", "bầu"),
        ("sửa chữa xong 12 nhà", None, "sửa chữa"),
    ],
)
def test_what_grows_falls_or_makes_a_share(text: str, population: str | None, metric: str) -> None:
    assert said(text) == (population, metric)


def test_a_share_of_a_number_counts_its_noun() -> None:
    [quantity] = find_quantities(Wording("1/3 số xã", 0, 9), 0, 9)
    assert (quantity.value, quantity.of, quantity.unit) == (1, 3, "xã")
