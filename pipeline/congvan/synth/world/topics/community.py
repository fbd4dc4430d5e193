"""The life of a community: elections, care of members, the poor, the law, women."""

from __future__ import annotations

from congvan.synth.world.topics.model import Topic

TOPICS = (
    Topic(
        field="công tác bầu cử",
        subjects=(
            "phát động thi đua chào mừng cuộc bầu cử",
            "tăng cường tuyên truyền về cuộc bầu cử",
            "bảo đảm an ninh, trật tự phục vụ cuộc bầu cử",
            "lập và niêm yết danh sách cử tri",
        ),
        goals=(
            "để cuộc bầu cử thật sự là ngày hội của toàn dân",
            "phát huy quyền làm chủ của cử tri trong lựa chọn đại biểu",
            "bảo đảm cuộc bầu cử dân chủ, đúng luật, an toàn, tiết kiệm",
        ),
        duties=(
            "niêm yết danh sách cử tri tại trụ sở và nhà văn hóa",
            "trang trí khu vực bỏ phiếu trang trọng, đúng quy định",
            "tập huấn nghiệp vụ cho thành viên tổ bầu cử",
            "chuẩn bị hòm phiếu phụ cho cử tri già yếu",
            "bố trí lực lượng trực điện, nước, y tế trong ngày bầu cử",
        ),
        reports=(
            "báo cáo tiến độ cử tri đi bỏ phiếu",
            "danh sách cử tri",
            "kết quả tuyên truyền",
            "biên bản kiểm phiếu",
        ),
        shares=(
            ("cử tri là đoàn viên", "đi bầu cử"),
            ("khu vực bỏ phiếu", "hoàn thành trang trí trước ngày bầu cử"),
            ("thành viên tổ bầu cử", "được tập huấn"),
        ),
        counts=(
            ("treo", "băng rôn, khẩu hiệu", "tại các trục đường chính"),
            ("thành lập", "tổ tuyên truyền lưu động", "ở cơ sở"),
            ("trang trí", "khu vực bỏ phiếu", "kiểu mẫu"),
        ),
        falls=(
            "sai sót trong danh sách cử tri",
            "số đơn thư liên quan đến bầu cử",
        ),
        programmes=(
            ("cuộc thi trực tuyến", "Cử tri trẻ với lá phiếu đầu tiên"),
            ("phong trào thi đua", "Lá phiếu sáng, xóm làng vui"),
        ),
        laws=("election",),
        runs=(
            "đợt thi đua chào mừng cuộc bầu cử",
            "đợt cao điểm tuyên truyền bầu cử",
        ),
        years=(2011, 2016, 2021, 2026),
        experts=("SNV", "PNV", "SVHTTDL", "PVHTT", "PVHXH", "STP"),
    ),
    Topic(
        field="công tác chăm lo đời sống đoàn viên, người lao động",
        subjects=(
            "tổ chức các hoạt động chăm lo Tết cho người lao động năm {year}",
            "triển khai tháng cao điểm chăm lo công nhân năm {year}",
            "thương lượng, ký kết thỏa ước lao động tập thể",
            "hỗ trợ đoàn viên có hoàn cảnh khó khăn",
        ),
        goals=(
            "để mọi người lao động đều được quan tâm, chăm lo",
            "xây dựng quan hệ lao động hài hòa, ổn định, tiến bộ",
            "nâng cao chất lượng bữa ăn ca, nhà ở cho công nhân",
        ),
        duties=(
            "rà soát, lập danh sách đoàn viên khó khăn cần hỗ trợ",
            "phối hợp với người sử dụng lao động tổ chức đối thoại",
            "tổ chức chuyến xe đưa công nhân về quê",
            "kiểm tra chất lượng bữa ăn ca",
            "vận động doanh nghiệp nâng phúc lợi cho lao động nữ",
        ),
        reports=(
            "danh sách đoàn viên đề nghị hỗ trợ",
            "kết quả chăm lo Tết",
            "bản thỏa ước lao động tập thể",
            "kết quả đối thoại",
        ),
        shares=(
            ("đoàn viên khó khăn", "được thăm hỏi, tặng quà"),
            ("doanh nghiệp có công đoàn", "tổ chức đối thoại định kỳ"),
            ("công đoàn cơ sở", "ký thỏa ước lao động tập thể"),
        ),
        counts=(
            ("hỗ trợ xây", "mái ấm", "cho đoàn viên khó khăn về nhà ở"),
            ("tổ chức", "chuyến xe", "đưa công nhân về quê"),
            ("kết nạp", "đoàn viên", "ở doanh nghiệp ngoài nhà nước"),
            ("tặng", "suất quà", "cho đoàn viên có hoàn cảnh khó khăn"),
        ),
        falls=(
            "số vụ ngừng việc tập thể",
            "tỷ lệ doanh nghiệp nợ bảo hiểm xã hội",
        ),
        programmes=(
            ("chương trình", "Tết đủ đầy, xuân về muộn"),
            ("chương trình", "Bữa cơm nhớ quê"),
            ("phong trào thi đua", "Tay nghề vững, gia đình ấm"),
        ),
        laws=("trade_union",),
        runs=(
            "tháng cao điểm chăm lo công nhân",
            "đợt chăm lo Tết cho đoàn viên",
        ),
        offices=("union",),
    ),
    Topic(
        field="công tác giảm nghèo và xây dựng nông thôn mới",
        subjects=(
            "triển khai chương trình giảm nghèo bền vững năm {year}",
            "rà soát hộ nghèo, hộ cận nghèo năm {year}",
            "chỉnh trang nông thôn, làm đường hoa",
            "xóa nhà tạm, nhà dột nát năm {year}",
        ),
        goals=(
            "nâng cao thu nhập, chất lượng sống của người dân nông thôn",
            "không để hộ nào tái nghèo do thiếu tư liệu sản xuất",
            "khơi dậy ý chí tự lực vươn lên của hộ nghèo",
        ),
        duties=(
            "bình xét hộ nghèo công khai tại thôn, tổ dân phố",
            "hướng dẫn hộ nghèo vay vốn, mua con giống",
            "huy động ngày công làm đường nội đồng",
            "hoàn thiện hồ sơ các tiêu chí còn thiếu",
            "phân công cán bộ giúp đỡ từng hộ thoát nghèo",
        ),
        reports=(
            "kết quả rà soát hộ nghèo",
            "hồ sơ thẩm định tiêu chí",
            "danh sách hộ đề nghị hỗ trợ nhà ở",
        ),
        shares=(
            ("hộ nghèo", "được hỗ trợ sinh kế"),
            ("đường thôn, ngõ xóm", "được cứng hóa"),
            ("hộ dân nông thôn", "được dùng nước hợp vệ sinh"),
        ),
        counts=(
            ("xóa", "căn nhà tạm", "cho hộ nghèo"),
            ("bê tông hóa", "km", "đường nội đồng"),
            ("phát triển", "sản phẩm đặc trưng", "của xã"),
        ),
        falls=(
            "tỷ lệ hộ nghèo",
            "số hộ tái nghèo",
        ),
        programmes=(
            ("phong trào thi đua", "Làng mới, nếp đẹp"),
            ("cuộc vận động", "Con giống trao tay, đường quê nối dài"),
            ("mô hình", "Vườn nhà mẫu"),
        ),
        laws=(),
        runs=(
            "đợt rà soát hộ nghèo",
            "chiến dịch làm đường nông thôn",
        ),
        offices=("committee", "department", "party"),
        experts=("SLĐTBXH", "SNNMT", "BDT", "PKT", "PVHXH", "PTCKH"),
    ),
    Topic(
        field="công tác phổ biến, giáo dục pháp luật",
        subjects=(
            "tổ chức tuần lễ pháp luật năm {year}",
            "phổ biến các luật mới có hiệu lực năm {year}",
            "thi tìm hiểu pháp luật năm {year}",
        ),
        goals=(
            "nâng cao ý thức tôn trọng và chấp hành pháp luật",
            "đưa pháp luật đến gần với người dân vùng xa",
            "đổi mới hình thức tuyên truyền phù hợp từng đối tượng",
        ),
        duties=(
            "biên soạn tờ gấp, câu hỏi đáp ngắn gọn, dễ hiểu",
            "tổ chức phiên tòa giả định tại trường học",
            "phát thanh chuyên mục pháp luật trên loa thôn",
            "kiện toàn đội ngũ hòa giải viên cơ sở",
            "rà soát, bổ sung sách cho tủ sách pháp luật",
        ),
        reports=(
            "bài dự thi",
            "kết quả tuần lễ pháp luật",
            "danh sách tuyên truyền viên",
        ),
        shares=(
            ("cán bộ, công chức", "được phổ biến luật mới"),
            ("vụ việc hòa giải", "được hòa giải thành"),
            ("thôn, tổ dân phố", "có tổ hòa giải hoạt động tốt"),
        ),
        counts=(
            ("tổ chức", "phiên tòa giả định", "cho học sinh"),
            ("phát hành", "tờ gấp", "về các luật mới"),
            ("tổ chức", "hội nghị phổ biến pháp luật", "tại cơ sở"),
        ),
        falls=(
            "số vụ khiếu kiện đông người",
            "số vụ hòa giải không thành",
        ),
        programmes=(
            ("cuộc thi", "Hỏi nhanh, hiểu luật"),
            ("mô hình", "Cà phê pháp lý sáng thứ Hai"),
        ),
        laws=("legal_education",),
        runs=(
            "tuần lễ pháp luật",
            "cuộc thi tìm hiểu pháp luật",
        ),
        offices=("committee", "department", "school", "union", "party", "youth"),
        experts=("STP", "SGDĐT", "PGDĐT", "SLĐTBXH"),
    ),
    Topic(
        field="công tác nữ công, bình đẳng giới",
        subjects=(
            "tổ chức các hoạt động chào mừng ngày hội phụ nữ năm {year}",
            "phát động phong trào thi đua trong nữ đoàn viên năm {year}",
            "triển khai tháng hành động vì bình đẳng giới năm {year}",
        ),
        goals=(
            "động viên nữ cán bộ, đoàn viên phấn đấu vươn lên trong công việc và gia đình",
            "phòng ngừa, ứng phó bạo lực gia đình",
            "tôn vinh những tấm gương phụ nữ tiêu biểu",
        ),
        duties=(
            "tổ chức nói chuyện chuyên đề về chăm sóc sức khỏe phụ nữ",
            "khám sức khỏe chuyên khoa cho lao động nữ",
            "giới thiệu nữ đoàn viên ưu tú tham gia cấp ủy",
            "duy trì hoạt động câu lạc bộ nữ công",
            "bố trí phòng vắt, trữ sữa tại nơi làm việc",
        ),
        reports=(
            "kết quả hoạt động nữ công",
            "danh sách nữ đoàn viên tiêu biểu",
            "tiết mục dự thi",
        ),
        shares=(
            ("lao động nữ", "được khám sức khỏe chuyên khoa"),
            ("nữ đoàn viên", "đăng ký thi đua"),
            ("công đoàn cơ sở", "có ban nữ công hoạt động tốt"),
        ),
        counts=(
            ("tổ chức", "buổi tọa đàm", "về gia đình hạnh phúc"),
            ("tặng", "suất học bổng", "cho con đoàn viên vượt khó"),
            ("thành lập", "câu lạc bộ nữ công", "ở doanh nghiệp"),
        ),
        falls=(
            "số vụ bạo lực gia đình",
            "khoảng cách thu nhập giữa nam và nữ",
        ),
        programmes=(
            ("hội thi", "Nữ công khéo tay hay làm"),
            ("phong trào thi đua", "Vững tay nghề, ấm bếp nhà"),
            ("chương trình", "Áo dài ngày thứ Hai"),
        ),
        laws=("gender",),
        runs=(
            "tuần lễ áo dài",
            "tháng hành động vì bình đẳng giới",
            "đợt thi đua trong nữ đoàn viên",
        ),
        offices=("union", "committee", "school", "hospital"),
    ),
)
