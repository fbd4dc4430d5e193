"""Safety: at work, from fire, on the road, from storms, of food."""

from __future__ import annotations

from congvan.synth.world.topics.model import Topic

TOPICS = (
    Topic(
        field="công tác an toàn, vệ sinh lao động",
        subjects=(
            "triển khai tháng cao điểm an toàn, vệ sinh lao động năm {year}",
            "tăng cường bảo đảm an toàn, vệ sinh lao động tại các công trường",
            "tổ chức tự kiểm tra an toàn, vệ sinh lao động năm {year}",
        ),
        goals=(
            "phòng ngừa tai nạn lao động, bệnh nghề nghiệp tại nơi làm việc",
            "nâng cao ý thức chấp hành quy trình an toàn của người lao động và người sử dụng lao động",
            "phát huy vai trò của mạng lưới an toàn vệ sinh viên",
        ),
        duties=(
            "tuyên truyền, phổ biến quy định về an toàn, vệ sinh lao động bằng nhiều hình thức",
            "tổ chức huấn luyện cho đội ngũ an toàn vệ sinh viên",
            "kiểm tra máy, thiết bị có yêu cầu nghiêm ngặt về an toàn",
            "thăm hỏi, hỗ trợ nạn nhân và gia đình nạn nhân tai nạn lao động",
            "khắc phục ngay các nguy cơ gây mất an toàn được phát hiện qua kiểm tra",
        ),
        reports=(
            "kết quả tháng cao điểm",
            "biên bản tự kiểm tra",
            "báo cáo tình hình tai nạn lao động",
        ),
        shares=(
            ("người lao động", "được huấn luyện về an toàn, vệ sinh lao động"),
            ("đơn vị, doanh nghiệp", "tổ chức tự kiểm tra"),
            ("an toàn vệ sinh viên", "tham gia hội thi"),
        ),
        counts=(
            ("tổ chức", "buổi tuyên truyền", "về an toàn, vệ sinh lao động"),
            ("xây dựng", "mô hình điểm", "về văn hóa an toàn"),
        ),
        falls=("số vụ tai nạn lao động", "số vụ tai nạn lao động chết người"),
        programmes=(
            ("phong trào thi đua", "Xanh nơi làm việc, sạch chốn công trường"),
            ("hội thi", "An toàn vệ sinh viên tài năng"),
            ("chương trình", "Bữa cơm đủ chất, ca làm an toàn"),
        ),
        laws=("labour_safety", "labour_safety_decree"),
        runs=("tháng cao điểm an toàn, vệ sinh lao động", "đợt tự kiểm tra an toàn, vệ sinh lao động"),
        offices=("union", "committee", "department"),
        experts=("SLĐTBXH", "BQLKCN", "SYT", "SNV"),
    ),
    Topic(
        field="công tác phòng cháy, chữa cháy",
        subjects=(
            "tăng cường công tác phòng cháy, chữa cháy trong mùa hanh khô",
            "tổ chức tập huấn, thực tập phương án chữa cháy năm {year}",
            "tổng kiểm tra an toàn phòng cháy, chữa cháy tại trụ sở và nhà kho",
        ),
        goals=(
            "nâng cao ý thức tự phòng, tự quản về cháy, nổ của mỗi cơ quan, gia đình",
            "hạn chế đến mức thấp nhất thiệt hại do cháy, nổ gây ra",
            "chủ động lực lượng, phương tiện xử lý ngay từ khi mới phát sinh cháy",
        ),
        duties=(
            "kiểm tra hệ thống điện, nguồn lửa, nguồn nhiệt tại trụ sở làm việc",
            "bổ sung bình chữa cháy, đèn báo và biển chỉ dẫn thoát nạn",
            "xây dựng, thực tập phương án chữa cháy và cứu nạn tại chỗ",
            "ký cam kết an toàn phòng cháy, chữa cháy với từng hộ kinh doanh",
            "phát quang đường băng cản lửa ở khu vực giáp rừng",
        ),
        reports=("kết quả tổng kiểm tra", "phương án chữa cháy của đơn vị", "danh sách đội phòng cháy cơ sở"),
        shares=(
            ("hộ kinh doanh", "ký cam kết bảo đảm an toàn phòng cháy, chữa cháy"),
            ("trụ sở, nhà kho", "được kiểm tra an toàn điện"),
            ("thành viên đội phòng cháy cơ sở", "được tập huấn nghiệp vụ"),
        ),
        counts=(
            ("trang bị", "bình chữa cháy", "tại khu vực bếp và nhà kho"),
            ("tổ chức", "buổi thực tập phương án chữa cháy", "có sự tham gia của toàn đơn vị"),
        ),
        falls=("số vụ cháy", "thiệt hại do cháy, nổ gây ra"),
        programmes=(
            ("mô hình", "Tổ liên gia an toàn lửa"),
            ("phong trào", "Nhà tôi có bình chữa cháy"),
        ),
        laws=("fire", "fire_decree"),
        runs=(
            "đợt tổng kiểm tra an toàn phòng cháy, chữa cháy",
            "đợt cao điểm tuyên truyền phòng cháy, chữa cháy",
        ),
    ),
    Topic(
        field="công tác bảo đảm trật tự, an toàn giao thông",
        subjects=(
            "bảo đảm trật tự, an toàn giao thông dịp nghỉ lễ năm {year}",
            "ra quân năm an toàn giao thông {year}",
            "xử lý vi phạm nồng độ cồn trong cán bộ, công chức",
            "chấn chỉnh việc đưa đón học sinh",
        ),
        goals=(
            "kiềm chế và giảm tai nạn giao thông trên các tuyến đường",
            "hình thành thói quen ứng xử có văn hóa khi tham gia giao thông",
            "giữ thông thoáng lòng đường, vỉa hè",
        ),
        duties=(
            "giải tỏa các điểm họp chợ lấn chiếm lòng đường",
            "lắp đặt biển báo, gờ giảm tốc ở nơi giao cắt nguy hiểm",
            "quán triệt cán bộ, công chức không lái xe khi đã uống rượu, bia",
            "bố trí lực lượng phân luồng vào giờ tan trường",
            "ký cam kết với phụ huynh về việc không giao xe cho con chưa đủ tuổi",
        ),
        reports=(
            "kết quả ra quân",
            "danh sách điểm đen giao thông",
            "bản cam kết của đơn vị",
            "số liệu xử lý vi phạm",
        ),
        shares=(
            ("học sinh", "đội mũ bảo hiểm khi đi xe máy, xe đạp điện"),
            ("cán bộ, công chức", "ký cam kết chấp hành luật giao thông"),
            ("điểm đen giao thông", "được khắc phục"),
        ),
        counts=(
            ("tổ chức", "buổi ngoại khóa", "về văn hóa giao thông"),
            ("duy trì", "cổng trường an toàn", "do học sinh tự quản"),
            ("lắp đặt", "biển cảnh báo", "tại các đoạn đường hẹp"),
        ),
        falls=(
            "số vụ tai nạn giao thông",
            "số người chết vì tai nạn giao thông",
        ),
        programmes=(
            ("mô hình", "Cổng trường không ùn tắc"),
            ("cuộc thi", "Lái xe giỏi, ứng xử đẹp"),
            ("phong trào", "Đã uống thì đi bộ"),
        ),
        laws=("traffic",),
        runs=(
            "đợt cao điểm bảo đảm trật tự, an toàn giao thông",
            "tháng cao điểm xử lý vi phạm nồng độ cồn",
        ),
        offices=("committee", "department", "school", "union", "youth", "party"),
        experts=("SGTVT", "PKT"),
    ),
    Topic(
        field="công tác phòng, chống thiên tai và tìm kiếm cứu nạn",
        subjects=(
            "chủ động ứng phó với mưa lũ, sạt lở đất",
            "triển khai phương án phòng, chống thiên tai năm {year}",
            "khắc phục hậu quả mưa bão, sớm ổn định đời sống Nhân dân",
            "diễn tập ứng phó lũ quét năm {year}",
        ),
        goals=(
            "hạn chế thấp nhất thiệt hại về người và tài sản",
            "chủ động phương châm bốn tại chỗ",
            "nâng cao kỹ năng ứng phó của cộng đồng",
        ),
        duties=(
            "rà soát hộ dân sống ở khu vực có nguy cơ sạt lở, sẵn sàng di dời",
            "kiểm tra hồ đập, kênh mương, cống tiêu thoát nước",
            "dự trữ lương thực, thuốc chữa bệnh, nhiên liệu tại chỗ",
            "phân công trực ban suốt ngày đêm khi có mưa lớn",
            "chặt tỉa cành cây, gia cố mái nhà trước mùa bão",
        ),
        reports=(
            "báo cáo thiệt hại",
            "phương án ứng phó thiên tai",
            "danh sách đội xung kích",
            "bảng phân công trực ban",
        ),
        shares=(
            ("hộ dân vùng nguy hiểm", "được di dời đến nơi an toàn"),
            ("đội xung kích", "được huấn luyện kỹ năng cứu nạn"),
            ("hồ đập xung yếu", "được kiểm tra trước mùa mưa"),
        ),
        counts=(
            ("thành lập", "đội xung kích", "tại mỗi xã, phường"),
            ("trang bị", "áo phao", "cho lực lượng cứu nạn"),
            ("tổ chức", "cuộc diễn tập", "ứng phó lũ quét"),
        ),
        falls=(
            "thiệt hại do mưa lũ gây ra",
            "số nhà bị tốc mái",
        ),
        programmes=(
            ("phong trào", "Nhà chống bão, xóm giúp nhau"),
            ("chương trình", "Áo phao cho em qua suối"),
        ),
        laws=("disaster",),
        runs=(
            "đợt diễn tập phòng, chống thiên tai",
            "tuần lễ phòng, chống thiên tai",
        ),
        offices=("committee", "department", "school", "youth", "union"),
        experts=("SNNMT", "SGTVT", "BQLRPH", "PKT", "SGDĐT"),
    ),
    Topic(
        field="công tác bảo đảm an toàn thực phẩm",
        subjects=(
            "triển khai tháng hành động vì an toàn thực phẩm năm {year}",
            "tăng cường kiểm tra bếp ăn tập thể",
            "kiểm soát thực phẩm dịp Trung thu năm {year}",
        ),
        goals=(
            "phòng ngừa ngộ độc thực phẩm tại bếp ăn tập thể",
            "nâng cao trách nhiệm của người sản xuất, kinh doanh",
            "hướng dẫn người tiêu dùng lựa chọn thực phẩm an toàn",
        ),
        duties=(
            "lưu mẫu thức ăn theo đúng quy trình",
            "kiểm tra nguồn gốc nguyên liệu nhập vào bếp ăn",
            "khám sức khỏe định kỳ cho người chế biến",
            "công khai danh sách cơ sở vi phạm",
            "xét nghiệm nhanh mẫu rau, thịt tại chợ",
        ),
        reports=(
            "kết quả kiểm tra",
            "danh sách cơ sở ký cam kết",
            "báo cáo ca ngộ độc",
        ),
        shares=(
            ("bếp ăn tập thể", "được kiểm tra an toàn thực phẩm"),
            ("cơ sở kinh doanh ăn uống", "ký cam kết bảo đảm an toàn thực phẩm"),
            ("người chế biến", "được tập huấn kiến thức"),
        ),
        counts=(
            ("kiểm tra", "bếp ăn tập thể", "tại trường học, nhà máy"),
            ("tổ chức", "phiên chợ nông sản sạch", "mỗi quý"),
        ),
        falls=(
            "số vụ ngộ độc thực phẩm",
            "số cơ sở không rõ nguồn gốc nguyên liệu",
        ),
        programmes=(
            ("mô hình", "Chợ ba không"),
            ("hội thi", "Bếp trưởng nhí tài ba"),
            ("phong trào", "Bữa trưa lành"),
        ),
        laws=("food_safety",),
        runs=(
            "tháng hành động vì an toàn thực phẩm",
            "đợt kiểm tra liên ngành bếp ăn tập thể",
        ),
        offices=("committee", "department", "hospital", "school", "union"),
        experts=("SYT", "SNNMT", "PVHXH", "PKT"),
    ),
)
