"""Figures that bind nobody: results already reached, counts, prices, shares of cost, points of a scale."""

from __future__ import annotations

from congvan.synth.phrase import Phrase, say
from congvan.synth.wording import stock
from congvan.synth.world.scene import Scene


def reached(scene: Scene) -> Phrase:
    """A result already reached is no target."""
    population, metric = stock.share(scene)
    value = scene.pick((72, 81, 88, 93))
    return say(
        f"Năm {scene.year - 1}, đã có {value}% {population} {metric}; tuy vậy, kết quả giữa các đơn vị chưa đồng đều."
    )


def rate_reached(scene: Scene) -> Phrase:
    population, metric = stock.share(scene)
    value = scene.pick(("76,4", "83,2", "91", "94,7"))
    told = scene.pick(("đã đạt", "ước đạt", "đạt được"))
    return say(
        f"Tính đến hết năm {scene.year - 1}, tỷ lệ {population} {metric} {told} {value}%, "
        f"tăng {scene.pick(('1,2', '2,5', '4'))}% so với năm trước đó."
    )


def counted(scene: Scene) -> Phrase:
    """Counts of what was done."""
    verb, unit, what_for = stock.count(scene)
    return say(f"Toàn đơn vị đã {verb} được {scene.rng.randint(12, 240)} {unit} {what_for}.")


def priced(scene: Scene) -> Phrase:
    """Prices and rates are no targets."""
    options = (
        f"Mức thu tiền sử dụng thẻ là {scene.pick(('20.000', '35.000', '50.000'))} đồng/thẻ/năm.",
        f"Đại biểu ở xa được thanh toán tiền phòng {scene.pick(('150.000', '200.000'))} đồng/người/ngày.",
    )
    return say(stock.unsaid(scene, "priced", options))


def cost_shared(scene: Scene) -> Phrase:
    """A share of a cost is no target."""
    stock.unsaid(scene, "cost", ("once",))
    return say(
        f"Kinh phí thực hiện do ngân sách cấp bảo đảm {scene.pick((60, 70, 80))}%, phần còn lại huy động từ "
        "nguồn hợp pháp khác; mức chi theo chế độ hiện hành."
    )


def scored(scene: Scene) -> Phrase:
    """Points of a scale."""
    options = (
        "Nội dung được chấm theo thang điểm 100, trong đó phần trình bày 40 điểm, phần trả lời 60 điểm.",
        "Mỗi nội dung chấm theo thang điểm 10; điểm lẻ làm tròn đến 0,5 điểm.",
    )
    return say(stock.unsaid(scene, "scored", options))


def made_up_of(scene: Scene) -> Phrase:
    """Those already chosen, and the pages of a paper: counts that nobody must reach."""
    options = (
        f"Tổ giúp việc đã được thành lập gồm {scene.rng.randint(5, 11):02d} thành viên.",
        "Báo cáo trình bày trên khổ giấy A4, không in màu.",
        "Kết quả được công bố công khai trên trang thông tin điện tử.",
    )
    return say(stock.unsaid(scene, "made up", options))


RESULTS = (reached, rate_reached, counted)
NEUTRAL = (priced, cost_shared, made_up_of)
