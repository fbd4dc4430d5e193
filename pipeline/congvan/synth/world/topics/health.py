"""Topics of health and surroundings: environment, epidemics, care of the sick, giving blood."""

from __future__ import annotations

from congvan.synth.world.topics.model import Topic

TOPICS = (
    Topic(
        field="công tác bảo vệ môi trường",
        subjects=(
            "ra quân tổng vệ sinh môi trường, trồng cây đầu xuân năm {year}",
            "tổ chức các hoạt động bảo vệ nguồn nước năm {year}",
            "tăng cường phân loại rác tại nguồn trên địa bàn",
        ),
        goals=(
            "xây dựng cảnh quan sáng, xanh, sạch, đẹp ở từng khu dân cư",
            "thay đổi thói quen sử dụng đồ nhựa dùng một lần",
            "huy động sự tham gia của toàn dân vào việc gìn giữ nguồn nước",
        ),
        duties=(
            "thu gom, xử lý dứt điểm các điểm tập kết rác tự phát",
            "trồng và chăm sóc cây xanh trong khuôn viên cơ quan, trường học",
            "khơi thông cống rãnh, kênh mương thoát nước",
            "hướng dẫn từng hộ gia đình phân loại rác tại nguồn",
            "treo băng rôn, khẩu hiệu tại các trục đường chính",
        ),
        reports=("kết quả ra quân", "số liệu cây xanh đã trồng", "hình ảnh hoạt động"),
        shares=(
            ("hộ gia đình", "phân loại rác tại nguồn"),
            ("cơ quan, trường học", "không sử dụng đồ nhựa dùng một lần"),
            ("thôn, tổ dân phố", "có quy ước về bảo vệ môi trường"),
        ),
        counts=(
            ("trồng", "cây xanh", "tại khuôn viên và tuyến đường được phân công"),
            ("xây dựng", "tuyến đường hoa", "do đoàn thể tự quản"),
        ),
        falls=("lượng rác thải nhựa", "số điểm tập kết rác tự phát"),
        programmes=(
            ("phong trào", "Chủ nhật xanh, ngõ phố sạch"),
            ("mô hình", "Đổi rác lấy cây"),
        ),
        laws=("environment", "environment_decree"),
        runs=("đợt ra quân tổng vệ sinh môi trường", "đợt trồng cây đầu xuân", "chiến dịch làm sạch bờ kênh"),
    ),
    Topic(
        field="công tác phòng, chống dịch bệnh",
        subjects=(
            "tăng cường phòng, chống sốt xuất huyết năm {year}",
            "triển khai tiêm chủng bổ sung năm {year}",
            "chủ động phòng, chống bệnh mùa đông xuân",
            "diệt bọ gậy, vệ sinh môi trường phòng bệnh",
        ),
        goals=(
            "phát hiện sớm, khoanh vùng kịp thời, không để dịch lan rộng",
            "nâng cao ý thức tự phòng bệnh của người dân",
            "duy trì tỷ lệ bao phủ tiêm chủng",
        ),
        duties=(
            "giám sát ca bệnh tại cộng đồng và cơ sở điều trị",
            "lật úp dụng cụ chứa nước, thả cá diệt bọ gậy",
            "rà soát trẻ chưa tiêm đủ mũi để tiêm bù",
            "chuẩn bị giường bệnh, thuốc, hóa chất dự phòng",
            "truyền thông phòng bệnh bằng tiếng địa phương",
        ),
        reports=(
            "báo cáo ca bệnh",
            "kết quả tiêm chủng",
            "nhu cầu thuốc, hóa chất",
            "kế hoạch phòng, chống dịch",
        ),
        shares=(
            ("trẻ em dưới một tuổi", "được tiêm chủng đầy đủ"),
            ("hộ gia đình", "thực hiện diệt bọ gậy"),
            ("trường học, cơ quan", "tổ chức vệ sinh môi trường"),
        ),
        counts=(
            ("tổ chức", "buổi truyền thông", "tại các chợ, bến xe"),
            ("thành lập", "đội phản ứng nhanh", "sẵn sàng hỗ trợ tuyến dưới"),
            ("phun hóa chất", "khu dân cư", "có ổ dịch"),
        ),
        falls=(
            "số ca mắc sốt xuất huyết",
            "chỉ số bọ gậy",
        ),
        programmes=(
            ("chiến dịch", "Không bọ gậy, không sốt xuất huyết"),
            ("phong trào", "Vệ sinh sáng thứ Bảy"),
            ("mô hình", "Tổ y tế thôn bản"),
        ),
        laws=("epidemics",),
        runs=(
            "chiến dịch diệt bọ gậy",
            "đợt tiêm chủng bổ sung",
            "đợt cao điểm phòng, chống dịch",
        ),
        offices=("committee", "department", "hospital", "school"),
        experts=("SYT", "PVHXH"),
    ),
    Topic(
        field="công tác khám bệnh, chữa bệnh",
        subjects=(
            "nâng cao chất lượng khám bệnh, chữa bệnh năm {year}",
            "đổi mới phong cách, thái độ phục vụ người bệnh",
            "triển khai hồ sơ bệnh án điện tử",
            "khám sức khỏe cho người cao tuổi năm {year}",
        ),
        goals=(
            "lấy người bệnh làm trung tâm của mọi hoạt động",
            "giảm thời gian chờ đợi của người bệnh tại khoa khám bệnh",
            "bảo đảm an toàn người bệnh, hạn chế sai sót chuyên môn",
        ),
        duties=(
            "bố trí bàn khám, quầy thu phí giờ cao điểm",
            "bình bệnh án, bình đơn thuốc hằng tuần",
            "duy trì đường dây nóng tiếp nhận phản ánh của người bệnh",
            "kiểm tra việc rửa tay, kiểm soát nhiễm khuẩn",
            "cập nhật phác đồ điều trị tại các khoa",
        ),
        reports=(
            "kết quả khảo sát người bệnh",
            "báo cáo sự cố y khoa",
            "bảng kiểm chất lượng",
            "danh mục kỹ thuật mới",
        ),
        shares=(
            ("người bệnh", "hài lòng với dịch vụ"),
            ("bệnh án", "được lập trên phần mềm"),
            ("nhân viên y tế", "tuân thủ rửa tay"),
        ),
        counts=(
            ("triển khai", "kỹ thuật mới", "theo phân tuyến"),
            ("tổ chức", "buổi sinh hoạt chuyên môn", "tại các khoa"),
            ("khám, cấp thuốc cho", "người cao tuổi", "ở vùng xa"),
        ),
        falls=(
            "thời gian chờ khám",
            "tỷ lệ chuyển tuyến",
            "số ngày điều trị trung bình",
        ),
        programmes=(
            ("phong trào", "Lời chào ở khoa khám bệnh"),
            ("mô hình", "Bệnh viện xanh, giường bệnh ấm"),
            ("hội thi", "Điều dưỡng khéo tay"),
        ),
        laws=("health_care",),
        runs=(
            "đợt kiểm tra chất lượng bệnh viện",
            "tháng an toàn người bệnh",
        ),
        offices=("hospital", "department"),
        experts=("SYT",),
    ),
    Topic(
        field="công tác vận động hiến máu tình nguyện",
        subjects=(
            "tổ chức ngày hội hiến máu tình nguyện năm {year}",
            "vận động hiến máu dịp hè năm {year}",
            "thành lập đội hiến máu dự bị",
        ),
        goals=(
            "cung cấp đủ máu an toàn cho cấp cứu và điều trị",
            "lan tỏa nghĩa cử cao đẹp trong cán bộ, đoàn viên",
            "xây dựng lực lượng hiến máu thường xuyên ở cơ sở",
        ),
        duties=(
            "lập danh sách người đăng ký hiến máu của đơn vị",
            "tuyên truyền về lợi ích và điều kiện hiến máu",
            "bố trí địa điểm, nước uống, bàn ghế phục vụ ngày hội",
            "tổ chức đưa đón người hiến máu chu đáo",
            "quan tâm, thăm hỏi người hiến máu nhiều lần",
        ),
        reports=(
            "danh sách đăng ký hiến máu",
            "kết quả tiếp nhận máu",
            "danh sách đề nghị tôn vinh",
        ),
        shares=(
            ("cán bộ, đoàn viên đủ điều kiện", "đăng ký hiến máu"),
            ("đơn vị", "hoàn thành kế hoạch vận động"),
            ("người hiến máu", "tham gia nhắc lại"),
        ),
        counts=(
            ("tiếp nhận", "đơn vị máu", "an toàn"),
            ("thành lập", "câu lạc bộ hiến máu", "ở cơ sở"),
            ("vận động", "người", "tham gia hiến máu"),
        ),
        falls=(
            "số buổi thiếu nhóm máu hiếm",
            "tỷ lệ người bỏ cuộc sau khi đăng ký",
        ),
        programmes=(
            ("chương trình", "Giọt hồng bản nhỏ"),
            ("ngày hội", "Trao giọt ấm, nhận nụ cười"),
            ("chiến dịch", "Giọt máu mùa hè xanh mát"),
        ),
        laws=(),
        runs=(
            "đợt hiến máu tình nguyện",
            "chiến dịch vận động hiến máu",
        ),
        offices=("union", "school", "hospital", "youth", "committee"),
    ),
)
