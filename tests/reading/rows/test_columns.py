from __future__ import annotations

from congvan.reading.rows.columns import unfold_columns


def lines(text: str) -> list[list[str]]:
    return [[part for part in line.split("    ") if part.strip()] for line in unfold_columns(text).split("\n")]


def test_a_letterhead_in_a_table_becomes_two_columns() -> None:
    text = (
        "| **UBND HUYỆN** **PHÒNG Y TẾ** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** **Độc lập - Tự do - Hạnh phúc** |\n"
        "| --- | --- |\n| Số: 5/PYT | *Đông Lĩnh, ngày 05 tháng 01 năm 2021* |"
    )
    assert [line[0].strip() for line in lines(text)] == ["UBND HUYỆN", "PHÒNG Y TẾ", "Số: 5/PYT"]
    assert lines(text)[1][1].strip() == "Độc lập - Tự do - Hạnh phúc"


def test_a_signature_block_in_a_table_becomes_two_columns() -> None:
    text = "| **Nơi nhận:** - Như trên; - Lưu: VT. | **GIÁM ĐỐC**<br>**Trần Văn Bình** |\n|---|---|"
    assert [part.strip() for line in lines(text) for part in line] == [
        "Nơi nhận:", "GIÁM ĐỐC", "- Như trên;", "Trần Văn Bình", "- Lưu: VT.",
    ]  # fmt: skip


def test_other_tables_keep_their_rows() -> None:
    text = "| TT | Nội dung<br>việc | Số |\n| --- | --- | --- |\n| 1 | Họp | 2 |"
    assert unfold_columns(text) == text.replace("<br>", " ")


def test_one_long_line_does_not_push_all_others_aside() -> None:
    long = "việc " * 20_000
    rows = "".join(f"| - Lưu {n} | ngày {n} |\n" for n in range(2_000))
    text = unfold_columns(f"| Nơi nhận: | GIÁM ĐỐC |\n| {long}| phải |\n{rows}")
    assert f"{long.strip()}        phải" in text.split("\n")
    assert len(text) < 1_500_000
    assert text.count("ngày") == 2_000
