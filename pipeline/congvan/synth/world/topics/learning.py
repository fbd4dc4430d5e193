"""Learning and the young: books, the school year, youth, children, sport."""

from __future__ import annotations

from congvan.synth.world.topics.model import Topic

TOPICS = (
    Topic(
        field="công tác phát triển văn hóa đọc",
        subjects=(
            "tổ chức cuộc thi giới thiệu sách năm {year}",
            "tổ chức tuần lễ đọc sách năm {year}",
            "phát động quyên góp sách cho thư viện các trường vùng khó khăn",
        ),
        goals=(
            "lan tỏa tình yêu sách, hình thành thói quen đọc trong học sinh và cộng đồng",
            "tôn vinh giá trị của sách và người làm công tác thư viện",
            "xây dựng môi trường đọc thân thiện, cởi mở",
        ),
        duties=(
            "trưng bày, giới thiệu sách mới tại thư viện",
            "tổ chức tiết đọc sách trong giờ sinh hoạt lớp",
            "vận động các gia đình xây dựng tủ sách",
            "tuyển chọn bài dự thi có chất lượng",
            "bổ sung vốn tài liệu, cải tạo không gian thư viện",
        ),
        reports=("bài dự thi", "danh sách thí sinh", "kết quả quyên góp sách"),
        shares=(
            ("học sinh", "tham gia cuộc thi"),
            ("lớp học", "có tủ sách dùng chung"),
            ("thư viện trường học", "mở cửa ngoài giờ học"),
        ),
        counts=(
            ("quyên góp", "cuốn sách", "cho thư viện vùng khó khăn"),
            ("gửi", "bài dự thi", "đạt yêu cầu về nội dung và thể lệ"),
        ),
        falls=("tỷ lệ học sinh không mượn sách", "số đầu sách hư hỏng"),
        programmes=(
            ("cuộc thi", "Trang sách em yêu"),
            ("cuộc thi", "Kể chuyện theo sách vùng cao"),
            ("chương trình", "Tủ sách đầu thôn"),
        ),
        laws=("library", "library_decree"),
        runs=("tuần lễ đọc sách", "đợt quyên góp sách", "cuộc thi giới thiệu sách"),
        offices=("committee", "department", "school", "youth"),
        experts=("SGDĐT", "SVHTTDL", "PGDĐT", "PVHTT", "PVHXH"),
    ),
    Topic(
        field="công tác chuyên môn năm học",
        subjects=(
            "tổ chức hội thi giáo viên dạy giỏi cấp trường năm học này",
            "kiểm tra, đánh giá cuối học kỳ",
            "tuyển sinh đầu cấp năm {year}",
            "phát động thi đua dạy tốt, học tốt chào mừng ngày hội nhà giáo năm {year}",
        ),
        goals=(
            "nâng cao chất lượng dạy học theo hướng phát triển năng lực học sinh",
            "phát hiện, bồi dưỡng đội ngũ giáo viên cốt cán",
            "bảo đảm kỳ kiểm tra nghiêm túc, khách quan, đúng quy chế",
        ),
        duties=(
            "xây dựng ma trận đề và bảng đặc tả theo từng khối",
            "dự giờ, rút kinh nghiệm tiết dạy trong tổ",
            "ôn tập, phụ đạo học sinh còn yếu",
            "vào điểm, duyệt học bạ điện tử đúng lịch",
            "chuẩn bị phòng học, bàn ghế, giấy thi",
        ),
        reports=(
            "kết quả kiểm tra học kỳ",
            "danh sách giáo viên dự thi",
            "đề kiểm tra kèm đáp án",
            "báo cáo sơ kết học kỳ",
        ),
        shares=(
            ("học sinh", "đạt học lực khá, giỏi"),
            ("giáo viên", "tham gia hội thi cấp trường"),
            ("tiết dạy", "có ứng dụng công nghệ thông tin"),
            ("trẻ trong độ tuổi", "được huy động ra lớp"),
        ),
        counts=(
            ("thực hiện", "tiết dạy tốt", "chào mừng ngày hội nhà giáo"),
            ("xây dựng", "chuyên đề", "đổi mới phương pháp dạy học"),
            ("dự giờ", "tiết", "theo kế hoạch của tổ"),
        ),
        falls=(
            "tỷ lệ học sinh yếu",
            "số học sinh bỏ học giữa chừng",
        ),
        programmes=(
            ("phong trào thi đua", "Tiết học vui, trò tiến bộ"),
            ("hội thi", "Giáo viên tài năng duyên dáng"),
            ("cuộc thi", "Đồ dùng dạy học tự làm"),
        ),
        laws=("education",),
        runs=(
            "đợt thi đua dạy tốt, học tốt",
            "đợt kiểm tra cuối học kỳ",
            "hội thi giáo viên dạy giỏi",
        ),
        offices=("school", "department"),
        experts=("SGDĐT", "PGDĐT"),
    ),
    Topic(
        field="công tác Đoàn và phong trào thanh thiếu nhi",
        subjects=(
            "triển khai tháng cao điểm của tuổi trẻ năm {year}",
            "ra quân chiến dịch tình nguyện hè năm {year}",
            "tổ chức đại hội chi đoàn nhiệm kỳ mới",
            "xây dựng công trình thanh niên năm {year}",
        ),
        goals=(
            "phát huy tinh thần xung kích, tình nguyện của tuổi trẻ",
            "mở rộng mặt trận đoàn kết, tập hợp thanh niên",
            "giáo dục lý tưởng, lối sống đẹp cho đoàn viên, thanh niên",
        ),
        duties=(
            "đăng ký công trình, phần việc thanh niên gắn với địa phương",
            "tổ chức ngày chủ nhật tình nguyện ở khu dân cư",
            "bồi dưỡng, giới thiệu đoàn viên ưu tú cho Đảng",
            "tu sửa, thắp nến tri ân tại nghĩa trang liệt sĩ",
            "thành lập đội hình tình nguyện hỗ trợ người dân",
        ),
        reports=(
            "kết quả tháng cao điểm",
            "danh sách công trình thanh niên",
            "hình ảnh ra quân",
            "danh sách đội viên tình nguyện",
        ),
        shares=(
            ("cơ sở Đoàn", "tổ chức lễ ra quân"),
            ("chi đoàn", "có công trình, phần việc thanh niên"),
            ("đoàn viên", "tham gia ít nhất một hoạt động tình nguyện"),
        ),
        counts=(
            ("thực hiện", "công trình thanh niên", "cấp cơ sở"),
            ("kết nạp", "đoàn viên mới", "từ học sinh ưu tú"),
            ("trồng", "cây xanh", "trong tuần lễ ra quân"),
            ("giới thiệu", "đoàn viên ưu tú", "cho Đảng xem xét kết nạp"),
        ),
        falls=(
            "số chi đoàn không sinh hoạt định kỳ",
            "tỷ lệ đoàn viên đi làm ăn xa mất liên lạc",
        ),
        programmes=(
            ("chiến dịch", "Mùa hè lá xanh"),
            ("chương trình", "Thắp sáng bản làng"),
            ("cuộc vận động", "Tuổi trẻ sống có ích mỗi ngày"),
            ("cuộc thi trực tuyến", "Tự hào trang sử quê em"),
        ),
        laws=("youth",),
        runs=(
            "tháng cao điểm của tuổi trẻ",
            "chiến dịch tình nguyện hè",
            "đợt sinh hoạt chính trị của đoàn viên",
        ),
        offices=("youth",),
    ),
    Topic(
        field="công tác chăm sóc, giáo dục trẻ em",
        subjects=(
            "tổ chức hoạt động hè cho thiếu nhi năm {year}",
            "tăng cường phòng, chống đuối nước trẻ em",
            "tổ chức đêm hội trăng rằm năm {year}",
            "tiếp sức trẻ em đến trường năm {year}",
        ),
        goals=(
            "tạo sân chơi lành mạnh, bổ ích cho thiếu nhi trong dịp hè",
            "phòng ngừa tai nạn thương tích, xâm hại trẻ em",
            "giúp trẻ em có hoàn cảnh đặc biệt được đến trường",
        ),
        duties=(
            "mở lớp dạy bơi an toàn tại ao, hồ có người giám sát",
            "cắm biển cảnh báo nơi nước sâu",
            "bàn giao học sinh về sinh hoạt hè tại địa bàn dân cư",
            "thăm, tặng quà trẻ em mồ côi, khuyết tật",
            "tổ chức trò chơi dân gian tại nhà văn hóa thôn",
        ),
        reports=(
            "kết quả hoạt động hè",
            "danh sách trẻ em cần hỗ trợ",
            "báo cáo tình hình tai nạn thương tích",
        ),
        shares=(
            ("trẻ em", "biết bơi và kỹ năng an toàn dưới nước"),
            ("thiếu nhi", "tham gia sinh hoạt hè"),
            ("trẻ em có hoàn cảnh đặc biệt", "được trợ giúp"),
        ),
        counts=(
            ("mở", "lớp dạy bơi", "miễn phí cho thiếu nhi"),
            ("tặng", "suất quà", "cho trẻ em vùng khó khăn"),
            ("xây dựng", "điểm vui chơi", "cho thiếu nhi"),
        ),
        falls=(
            "số vụ đuối nước",
            "số trẻ em bỏ học",
        ),
        programmes=(
            ("chương trình", "Cặp sách đến bản"),
            ("cuộc thi", "Em vẽ dòng sông quê"),
            ("ngày hội", "Diều giấy tuổi thơ"),
        ),
        laws=("children",),
        runs=(
            "đợt hoạt động hè",
            "tháng hành động vì trẻ em",
            "lớp dạy bơi hè",
        ),
        offices=("committee", "department", "school", "youth", "union"),
        experts=("SLĐTBXH", "SGDĐT", "PGDĐT", "PVHXH", "PVHTT", "SYT"),
    ),
    Topic(
        field="công tác thể dục, thể thao",
        subjects=(
            "tổ chức hội khỏe cơ quan năm {year}",
            "tổ chức giải bóng chuyền hơi chào mừng ngày truyền thống",
            "phát động ngày chạy vì sức khỏe năm {year}",
        ),
        goals=(
            "rèn luyện sức khỏe, tăng cường giao lưu, đoàn kết",
            "phát triển phong trào luyện tập thường xuyên",
            "tuyển chọn vận động viên tham gia hội khỏe cấp trên",
        ),
        duties=(
            "thành lập đội tuyển, bố trí thời gian luyện tập",
            "chuẩn bị sân bãi, dụng cụ, nước uống",
            "mua bảo hiểm, khám sức khỏe cho vận động viên",
            "phân công tổ trọng tài, tổ y tế",
            "trang trí sân thi đấu, tiếp đón các đoàn",
        ),
        reports=(
            "danh sách vận động viên",
            "bản đăng ký nội dung thi đấu",
            "kết quả thi đấu",
        ),
        shares=(
            ("đơn vị", "cử đội tham gia hội khỏe"),
            ("cán bộ, đoàn viên", "luyện tập thể thao thường xuyên"),
            ("trường học", "tổ chức hội khỏe cấp trường"),
        ),
        counts=(
            ("thành lập", "câu lạc bộ", "bóng chuyền hơi, cầu lông"),
            ("cử", "vận động viên", "tham gia thi đấu"),
            ("xây dựng", "sân chơi", "tại khu dân cư"),
        ),
        falls=(
            "số đội bỏ giải",
            "chấn thương trong luyện tập",
        ),
        programmes=(
            ("giải", "Bóng chuyền hơi tranh cúp Lúa Vàng"),
            ("phong trào", "Mười phút mỗi ngày"),
            ("hội thi", "Kéo co mừng mùa gặt"),
        ),
        laws=(),
        runs=(
            "hội khỏe",
            "giải bóng chuyền hơi",
            "tuần lễ chạy vì sức khỏe",
        ),
    ),
)
