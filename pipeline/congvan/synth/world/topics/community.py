"""The life of a community: the environment, health, giving blood, elections, the poor, the law."""

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
