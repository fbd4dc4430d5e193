"""What every office may write, whatever its topic: duties, papers, shares and counts that no topic need repeat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from congvan.synth.world.scene import Scene
from congvan.synth.world.topics import COMMON_DUTIES

T = TypeVar("T")


class ToldAllError(LookupError):
    """The dispatch has told everything there is of a kind; a family that needs more of it makes no sentence."""


def unsaid(scene: Scene, kind: str, options: Sequence[T]) -> T:
    """One of the options that this dispatch has not told yet. Raises ToldAllError where none is left."""
    left = [o for o in options if f"{kind}:{o}" not in scene.said]
    if not left:
        raise ToldAllError(kind)
    chosen = scene.pick(left)
    scene.said.add(f"{kind}:{chosen}")
    return chosen


# -- duties and papers ---------------------------------------------------------------------------------------

_DUTIES = (
    "xây dựng kế hoạch triển khai cụ thể, xác định rõ người, rõ việc",
    "tổ chức hội nghị quán triệt nội dung văn bản này đến cơ sở",
    "công khai số điện thoại tiếp nhận phản ánh của người dân",
    "rà soát, bổ sung quy chế làm việc cho phù hợp với tình hình mới",
    "thành lập tổ giúp việc và phân công nhiệm vụ cho từng thành viên",
    "tổ chức kiểm tra chéo giữa các đơn vị trong cụm",
    "xử lý nghiêm các trường hợp chậm trễ, né tránh trách nhiệm",
    "tập huấn nghiệp vụ cho cán bộ trực tiếp thực hiện ở cơ sở",
    "cập nhật số liệu vào phần mềm theo dõi dùng chung",
    "chuẩn bị cơ sở vật chất, hậu cần phục vụ hội nghị",
)
_REPORTS = (
    "báo cáo sơ kết",
    "danh sách cán bộ phụ trách",
    "kế hoạch triển khai của đơn vị",
    "báo cáo khó khăn, vướng mắc",
    "phiếu tự đánh giá",
    "biểu số liệu tổng hợp",
    "ý kiến góp ý dự thảo",
    "bản cam kết thực hiện",
    "dự toán kinh phí",
)


# What lasts as long as the work itself has no day.
_ANYWHERE = tuple(duty for duty in COMMON_DUTIES if "quá trình thực hiện" not in duty)


def duty(scene: Scene) -> str:
    """Something to be done, a verb phrase without owner and day."""
    return unsaid(scene, "duty", (*scene.topic.duties, *scene.topic.duties, *_ANYWHERE, *_DUTIES))


def report(scene: Scene) -> str:
    """A paper to be handed in."""
    return unsaid(scene, "report", (*scene.topic.reports, *scene.topic.reports, *_REPORTS))


# -- figures -------------------------------------------------------------------------------------------------

# (of whom or what, what they do) for shares in per cent.
_SHARES = (
    ("cơ quan, đơn vị", "xây dựng kế hoạch triển khai thực hiện"),
    ("đơn vị trực thuộc", "gửi báo cáo đúng hạn"),
    ("kiến nghị của cơ sở", "được trả lời đúng thời hạn"),
    ("nhiệm vụ được giao", "hoàn thành đúng tiến độ"),
    ("cán bộ phụ trách", "được tập huấn kỹ năng"),
    ("văn bản chỉ đạo", "được đăng tải công khai"),
    ("lãnh đạo đơn vị", "ký cam kết trách nhiệm"),
    ("đơn vị", "tổ chức sơ kết, rút kinh nghiệm"),
)
# (verb, counted words, what for); `{field}` is the topic's field of work.
_COUNTS = (
    ("tổ chức", "hội nghị chuyên đề", "về {field}"),
    ("tổ chức", "cuộc kiểm tra", "tại cơ sở"),
    ("đăng tải", "tin, bài", "về {field}"),
    ("đăng ký", "phần việc", "cụ thể về {field}"),
    ("duy trì", "câu lạc bộ", "hoạt động nền nếp, hiệu quả"),
    ("lắp đặt", "pa nô, áp phích", "ở nơi đông người qua lại"),
    ("thực hiện", "buổi phát thanh", "về {field}"),
)
# Who is proposed or sent is counted by quotas.
_PROPOSING = ("giới thiệu", "cử", "đề cử")
_ADJECTIVES = ("mới", "tốt", "ưu tú", "tạm", "điểm", "đặc trưng", "sạch", "an toàn")
_FALLS = (
    "số nhiệm vụ chậm tiến độ",
    "số cuộc họp không cần thiết",
    "chi phí văn phòng phẩm",
    "tỷ lệ đơn thư vượt cấp",
)
_RISES = (
    "Số tin, bài được đăng tải",
    "Số sáng kiến được công nhận",
    "Số người tham gia các hoạt động ở cơ sở",
    "Số mô hình hoạt động có hiệu quả",
)


def share(scene: Scene) -> tuple[str, str]:
    return unsaid(scene, "share", (*scene.topic.shares, *_SHARES))


def count(scene: Scene) -> tuple[str, str, str]:
    """(verb, counted nouns, what for); an adjective after the nouns counts nothing and opens the last part."""
    known = [told for told in scene.topic.counts if told[0] not in _PROPOSING]
    verb, unit, what_for = unsaid(scene, "count", (*known, *_COUNTS))
    for adjective in _ADJECTIVES:
        if unit.endswith(f" {adjective}"):
            unit, what_for = unit.removesuffix(f" {adjective}"), f"{adjective} {what_for}"
    return verb, unit, what_for.format(field=scene.topic.field)


def fall(scene: Scene) -> str:
    return unsaid(scene, "fall", (*scene.topic.falls, *_FALLS))


def rise(scene: Scene) -> str:
    """Something of which there should be more."""
    return unsaid(scene, "rise", _RISES)


# -- units in tables -----------------------------------------------------------------------------------------

_UNITS = {
    "union": ("Cụm thi đua số 1", "Cụm thi đua số 2", "Cụm thi đua số 3", "Khối doanh nghiệp", "Khối trường học"),
    "hospital": ("Khoa Khám bệnh", "Khoa Nội", "Khoa Ngoại", "Khoa Nhi", "Khoa Dược", "Phòng Điều dưỡng"),
    "party": ("Chi bộ Công an", "Chi bộ Quân sự", "Chi bộ Y tế", "Chi bộ Trường học", "Chi bộ Cơ quan", "Chi bộ Thuế"),
    "youth": ("Đoàn khối cơ quan", "Đoàn khối trường học", "Chi đoàn Công an", "Chi đoàn Quân sự", "Chi đoàn Y tế"),
}
# Schools by the word in their name that tells their level.
_SCHOOL_UNITS = {
    "THPT": ("Tổ Toán - Tin", "Tổ Ngữ văn", "Tổ Ngoại ngữ", "Tổ Lý - Hóa - Sinh", "Tổ Sử - Địa", "Tổ Văn phòng"),
    "THCS": ("Tổ Toán - Tin", "Tổ Ngữ văn", "Tổ Ngoại ngữ", "Tổ Khoa học tự nhiên", "Tổ Sử - Địa", "Tổ Văn phòng"),
    "Đại học": ("Khoa Cơ bản", "Khoa Kinh tế", "Khoa Ngoại ngữ", "Phòng Đào tạo", "Phòng Công tác sinh viên"),
    "Cao đẳng": ("Khoa Cơ bản", "Khoa Ngoại ngữ", "Phòng Đào tạo", "Phòng Công tác sinh viên", "Trung tâm Thư viện"),
    "": ("Tổ khối 1", "Tổ khối 2", "Tổ khối 3", "Tổ khối 4", "Tổ khối 5", "Tổ Văn phòng"),
}
_ANY_UNITS = (
    "Phòng Tổ chức - Hành chính",
    "Phòng Kế hoạch - Tài chính",
    "Phòng Nghiệp vụ",
    "Văn phòng",
    "Trung tâm Dịch vụ công",
    "Thanh tra",
    "Ban Quản lý dự án",
)


def units(scene: Scene, count: int) -> list[str]:
    """Names of `count` different units under the office, as the rows of a table give them."""
    known = _UNITS.get(scene.office.kind, _ANY_UNITS)
    if scene.office.kind == "school":
        known = next(rows for word, rows in _SCHOOL_UNITS.items() if word in scene.office.name)
    chosen = sorted(scene.rng.sample(range(len(known)), min(count, len(known))))
    return [known[i] for i in chosen]
