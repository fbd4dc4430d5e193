"""Office work itself: emulation, records, reform, digital ways, money."""

from __future__ import annotations

from congvan.synth.world.topics.model import Topic

TOPICS = (
    Topic(
        field="công tác thi đua, khen thưởng",
        subjects=(
            "phát động phong trào thi đua yêu nước năm {year}",
            "tổ chức các hoạt động thi đua chào mừng ngày thành lập ngành",
            "tăng cường công tác thi đua, khen thưởng năm {year}",
            "đề nghị khen thưởng tổng kết phong trào thi đua năm {year}",
        ),
        goals=(
            "khơi dậy tinh thần đoàn kết, sáng tạo, trách nhiệm của mỗi tập thể, cá nhân trong thực hiện nhiệm vụ",
            "kịp thời phát hiện, bồi dưỡng và nhân rộng các điển hình tiên tiến",
            "gắn phong trào thi đua với việc thực hiện nhiệm vụ chính trị của cơ quan, đơn vị",
        ),
        duties=(
            "xây dựng kế hoạch phát động thi đua phù hợp với điều kiện thực tế của đơn vị",
            "tổ chức cho các tập thể, cá nhân đăng ký danh hiệu thi đua",
            "rà soát, lập hồ sơ đề nghị khen thưởng đúng trình tự, thủ tục",
            "tuyên truyền gương người tốt, việc tốt trên trang thông tin của đơn vị",
            "sơ kết, đánh giá kết quả phong trào thi đua",
        ),
        reports=("kết quả phong trào thi đua", "danh sách đề nghị khen thưởng", "bản đăng ký thi đua"),
        shares=(
            ("tập thể, cá nhân", "đăng ký danh hiệu thi đua"),
            ("đơn vị trực thuộc", "tổ chức phát động thi đua"),
            ("cụm, khối thi đua", "ký kết giao ước thi đua"),
        ),
        counts=(
            ("đăng ký", "sáng kiến", "được áp dụng vào thực tế"),
            ("nhân rộng", "mô hình", "hay trong toàn đơn vị"),
            ("đăng ký", "công trình, phần việc", "chào mừng các ngày lễ lớn"),
        ),
        falls=("số hồ sơ đề nghị khen thưởng phải trả lại", "tỷ lệ đơn vị không đăng ký thi đua"),
        programmes=(
            ("phong trào thi đua", "Mỗi ngày một việc tốt, mỗi tuần một cách làm hay"),
            ("phong trào thi đua", "Chung sức vượt khó, vươn tới tầm cao"),
            ("phong trào thi đua", "Lao động giỏi, sáng kiến nhiều"),
            ("cuộc vận động", "Nói đi đôi với làm"),
        ),
        laws=("emulation", "emulation_decree"),
        runs=("đợt thi đua cao điểm", "phong trào thi đua đặc biệt", "đợt thi đua nước rút"),
    ),
    Topic(
        field="công tác văn thư, lưu trữ",
        subjects=(
            "tăng cường công tác văn thư, lưu trữ năm {year}",
            "chấn chỉnh việc soạn thảo, ban hành văn bản hành chính",
            "lập hồ sơ và giao nộp hồ sơ, tài liệu vào lưu trữ cơ quan",
            "kiểm tra công tác văn thư, lưu trữ năm {year}",
        ),
        goals=(
            "bảo đảm văn bản ban hành đúng thể thức, đúng thẩm quyền và kịp thời",
            "nâng cao nhận thức của công chức, viên chức về trách nhiệm lập hồ sơ công việc",
            "từng bước số hóa tài liệu, phục vụ khai thác thuận tiện",
        ),
        duties=(
            "quán triệt quy định về thể thức và kỹ thuật trình bày văn bản đến từng công chức, viên chức",
            "bố trí kho và trang thiết bị bảo quản tài liệu",
            "chỉnh lý dứt điểm tài liệu còn tồn đọng",
            "lập danh mục hồ sơ của cơ quan",
            "thực hiện ký số và gửi, nhận văn bản điện tử trên trục liên thông",
        ),
        reports=("kết quả công tác văn thư, lưu trữ", "danh mục hồ sơ nộp lưu", "báo cáo thống kê văn thư"),
        shares=(
            ("hồ sơ công việc", "được lập trên môi trường điện tử"),
            ("công chức làm công tác văn thư", "được bồi dưỡng nghiệp vụ"),
            ("văn bản đi", "được ký số và gửi qua trục liên thông"),
        ),
        counts=(
            ("tổ chức", "lớp tập huấn nghiệp vụ", "cho công chức, viên chức kiêm nhiệm"),
            ("chỉnh lý", "hộp tài liệu", "còn tồn đọng"),
        ),
        falls=("số văn bản sai thể thức", "khối lượng tài liệu tồn đọng chưa chỉnh lý"),
        programmes=(
            ("đề án", "Số hóa tài liệu lưu trữ lịch sử của tỉnh"),
            ("phong trào", "Cơ quan không giấy tờ"),
        ),
        laws=("archives", "clerical_decree"),
        runs=("đợt kiểm tra công tác văn thư, lưu trữ", "chiến dịch chỉnh lý tài liệu tồn đọng"),
    ),
    Topic(
        field="công tác chuyển đổi số",
        subjects=(
            "đẩy mạnh chuyển đổi số và cung cấp dịch vụ công trực tuyến năm {year}",
            "triển khai sử dụng chữ ký số và hồ sơ công việc điện tử",
            "ra quân hướng dẫn người dân sử dụng dịch vụ công trực tuyến",
        ),
        goals=(
            "đưa dịch vụ công trực tuyến trở thành thói quen của người dân",
            "phát huy vai trò của tổ công nghệ số cộng đồng ở cơ sở",
            "hình thành nền nếp làm việc trên môi trường số trong toàn cơ quan",
        ),
        duties=(
            "rà soát, cập nhật đầy đủ thủ tục hành chính trên cổng dịch vụ công",
            "kiện toàn tổ công nghệ số cộng đồng tại các thôn, tổ dân phố",
            "bố trí máy tính, đường truyền phục vụ người dân nộp hồ sơ trực tuyến",
            "hướng dẫn người dân cài đặt, sử dụng tài khoản định danh điện tử",
            "phân công cán bộ đầu mối theo dõi chuyển đổi số của đơn vị",
        ),
        reports=("kết quả chuyển đổi số", "phiếu khảo sát nhu cầu thiết bị", "danh sách cán bộ đầu mối"),
        shares=(
            ("hồ sơ thủ tục hành chính", "được tiếp nhận trực tuyến"),
            ("cán bộ, công chức", "sử dụng thành thạo hệ thống quản lý văn bản"),
            ("hộ gia đình", "có thành viên biết nộp hồ sơ trực tuyến"),
        ),
        counts=(
            ("tổ chức", "buổi ra quân", "hướng dẫn người dân"),
            ("thành lập", "tổ công nghệ số cộng đồng", "tại mỗi thôn, tổ dân phố"),
        ),
        falls=("thời gian giải quyết thủ tục hành chính", "số hồ sơ giải quyết quá hạn"),
        programmes=(
            ("chiến dịch", "60 ngày đêm vì dịch vụ công trực tuyến"),
            ("chương trình", "Chợ phiên không tiền mặt"),
            ("cuộc thi trực tuyến", "Tìm hiểu chuyển đổi số cùng cơ sở"),
        ),
        laws=("e_transactions", "online_decree"),
        runs=(
            "chiến dịch ra quân hướng dẫn dịch vụ công trực tuyến",
            "đợt cao điểm cấp tài khoản định danh điện tử",
        ),
        offices=("committee", "department"),
    ),
    Topic(
        field="công tác cải cách hành chính",
        subjects=(
            "đẩy mạnh cải cách hành chính năm {year}",
            "chấn chỉnh kỷ luật, kỷ cương hành chính",
            "khảo sát mức độ hài lòng của người dân đối với cơ quan hành chính năm {year}",
        ),
        goals=(
            "lấy sự hài lòng của người dân làm thước đo kết quả công việc",
            "siết chặt kỷ luật, kỷ cương trong thực thi công vụ",
            "cắt giảm giấy tờ và thời gian đi lại của người dân, doanh nghiệp",
        ),
        duties=(
            "niêm yết công khai thủ tục hành chính tại nơi tiếp nhận hồ sơ",
            "kiểm tra đột xuất việc chấp hành giờ giấc làm việc",
            "gửi phiếu xin lỗi đối với từng hồ sơ giải quyết quá hạn",
            "rà soát, kiến nghị đơn giản hóa thủ tục còn rườm rà",
            "bố trí công chức đủ năng lực tại bộ phận một cửa",
        ),
        reports=("kết quả cải cách hành chính", "kết quả khảo sát mức độ hài lòng", "bảng tự chấm điểm"),
        shares=(
            ("hồ sơ", "được giải quyết đúng hạn"),
            ("người dân được khảo sát", "hài lòng với thái độ phục vụ"),
            ("công chức bộ phận một cửa", "được tập huấn kỹ năng giao tiếp"),
        ),
        counts=(
            ("đề xuất", "sáng kiến", "về cải cách hành chính"),
            ("rút ngắn", "bước", "trong quy trình giải quyết nội bộ"),
        ),
        falls=("số hồ sơ trễ hạn", "chi phí tuân thủ thủ tục hành chính"),
        programmes=(
            ("mô hình", "Ngày thứ Năm không hẹn"),
            ("cuộc thi", "Sáng kiến một cửa"),
        ),
        laws=("civil_servants", "one_stop_decree"),
        runs=("đợt khảo sát mức độ hài lòng", "đợt kiểm tra công vụ"),
        offices=("committee", "department"),
    ),
    Topic(
        field="công tác quản lý tài chính, ngân sách",
        subjects=(
            "lập dự toán thu, chi ngân sách năm {year}",
            "đẩy nhanh tiến độ giải ngân vốn đầu tư công năm {year}",
            "kiểm kê tài sản công định kỳ năm {year}",
            "công khai dự toán, quyết toán kinh phí năm {year}",
        ),
        goals=(
            "sử dụng kinh phí đúng mục đích, đúng định mức và có hiệu quả",
            "nâng cao trách nhiệm của người đứng đầu trong quản lý tài sản công",
            "bảo đảm cân đối thu, chi và nguồn lực cho nhiệm vụ trọng tâm",
        ),
        duties=(
            "rà soát các khoản tạm ứng quá hạn, đôn đốc thu hồi dứt điểm",
            "niêm yết công khai dự toán được giao tại trụ sở cơ quan",
            "đối chiếu số liệu với kho bạc trước khi khóa sổ",
            "lập sổ theo dõi tài sản, dán nhãn mã tài sản",
            "cắt giảm các khoản chi hội nghị, khánh tiết chưa cấp thiết",
        ),
        reports=(
            "biểu quyết toán kinh phí",
            "báo cáo kiểm kê tài sản",
            "dự toán thu, chi năm sau",
            "báo cáo tiến độ giải ngân",
        ),
        shares=(
            ("đơn vị dự toán", "công khai ngân sách đúng hạn"),
            ("kế hoạch vốn", "được giải ngân"),
            ("tài sản công", "được dán nhãn, ghi sổ đầy đủ"),
        ),
        counts=(
            ("tổ chức", "lớp bồi dưỡng kế toán", "cho các đơn vị dự toán"),
            ("thanh lý", "lô tài sản", "đã hết khấu hao"),
            ("thực hiện", "cuộc tự kiểm tra tài chính", "tại đơn vị"),
        ),
        falls=(
            "chi thường xuyên chưa cần thiết",
            "số dư tạm ứng quá hạn",
        ),
        programmes=(
            ("phong trào", "Mỗi đồng chi một việc rõ"),
            ("cuộc vận động", "Văn phòng bớt giấy, tiết kiệm điện"),
        ),
        laws=(
            "budget",
            "saving",
        ),
        runs=(
            "đợt tổng kiểm kê tài sản công",
            "đợt cao điểm giải ngân vốn đầu tư công",
        ),
        offices=("committee", "department", "hospital", "school"),
    ),
    Topic(
        field="công tác thực hành tiết kiệm, chống lãng phí",
        subjects=(
            "tăng cường thực hành tiết kiệm, chống lãng phí năm {year}",
            "tiết kiệm điện, nước tại trụ sở cơ quan",
            "rà soát, bố trí lại trụ sở làm việc dôi dư",
        ),
        goals=(
            "hình thành nếp sống tiết kiệm trong mỗi cán bộ, đảng viên",
            "khắc phục tình trạng trụ sở bỏ trống, xuống cấp",
            "dành thêm nguồn lực cho an sinh xã hội",
        ),
        duties=(
            "tắt thiết bị điện khi ra khỏi phòng làm việc",
            "rà soát định mức xe công, điện thoại công vụ",
            "thay tài liệu họp in giấy bằng bản điện tử",
            "ký cam kết tiết kiệm với từng phòng, bộ phận",
            "công khai mức tiêu thụ điện, nước hằng tháng tại bảng tin",
        ),
        reports=(
            "báo cáo kết quả tiết kiệm",
            "danh mục trụ sở dôi dư",
            "bảng theo dõi tiêu thụ điện, nước",
        ),
        shares=(
            ("phòng, bộ phận", "ký cam kết tiết kiệm"),
            ("tài liệu họp", "được gửi bản điện tử"),
            ("cán bộ, đảng viên", "học tập chuyên đề về tiết kiệm"),
        ),
        counts=(
            ("xây dựng", "mô hình", "về tiết kiệm ở cơ quan"),
            ("đăng ký", "giải pháp", "giảm chi phí văn phòng"),
        ),
        falls=(
            "lượng điện tiêu thụ",
            "chi phí in ấn tài liệu",
        ),
        programmes=(
            ("phong trào", "Tắt khi không dùng"),
            ("cuộc thi", "Sáng kiến bớt lãng phí nơi công sở"),
        ),
        laws=("saving",),
        runs=(
            "đợt rà soát trụ sở dôi dư",
            "tháng hành động tiết kiệm điện",
        ),
    ),
    Topic(
        field="công tác tuyên truyền, xây dựng Đảng",
        subjects=(
            "học tập chuyên đề về đạo đức, phong cách nêu gương năm {year}",
            "nâng cao chất lượng sinh hoạt chi bộ",
            "kiểm tra, giám sát chuyên đề năm {year}",
            "kết nạp đảng viên mới năm {year}",
        ),
        goals=(
            "nâng cao năng lực lãnh đạo, sức chiến đấu của tổ chức cơ sở đảng",
            "phát huy vai trò nêu gương của người đứng đầu",
            "kịp thời nắm bắt, định hướng dư luận trong cán bộ, đảng viên và Nhân dân",
        ),
        duties=(
            "đưa nội dung chuyên đề vào sinh hoạt chi bộ hằng tháng",
            "phân công đảng viên phụ trách hộ gia đình, khu dân cư",
            "rà soát, đưa quần chúng ưu tú đi học lớp nhận thức về Đảng",
            "chấn chỉnh nền nếp ghi chép, lưu giữ sổ nghị quyết chi bộ",
            "bồi dưỡng kỹ năng cho đội ngũ báo cáo viên cơ sở",
        ),
        reports=(
            "kết quả sinh hoạt chuyên đề",
            "bản tự soi của tập thể cấp ủy",
            "danh sách quần chúng ưu tú",
            "báo cáo tình hình dư luận",
        ),
        shares=(
            ("đảng viên", "đăng ký nội dung nêu gương"),
            ("chi bộ", "sinh hoạt chuyên đề đúng quy trình"),
            ("chi bộ trực thuộc", "hoàn thành tốt nhiệm vụ"),
        ),
        counts=(
            ("kết nạp", "đảng viên mới", "là đoàn viên, công nhân trực tiếp"),
            ("tổ chức", "buổi sinh hoạt chuyên đề", "gắn với nhiệm vụ của chi bộ"),
            ("kiểm tra", "tổ chức đảng", "về chế độ sinh hoạt"),
        ),
        falls=(
            "số đảng viên vắng sinh hoạt không lý do",
            "số chi bộ xếp loại yếu",
        ),
        programmes=(
            ("phong trào", "Đảng viên đi trước"),
            ("cuộc thi", "Bí thư chi bộ giỏi vùng sông nước"),
            ("mô hình", "Chi bộ bốn rõ"),
        ),
        laws=(),
        runs=(
            "đợt sinh hoạt chính trị",
            "đợt kiểm tra, giám sát chuyên đề",
        ),
        offices=("party",),
    ),
    Topic(
        field="công tác dân vận",
        subjects=(
            "xây dựng mô hình dân vận khéo năm {year}",
            "thực hiện dân chủ ở cơ sở năm {year}",
            "nắm tình hình Nhân dân khi sắp xếp thôn, tổ dân phố",
        ),
        goals=(
            "tạo sự đồng thuận trong Nhân dân đối với chủ trương của địa phương",
            "phát huy quyền làm chủ của Nhân dân",
            "củng cố quan hệ gắn bó giữa cấp ủy, chính quyền và Nhân dân",
        ),
        duties=(
            "tổ chức đối thoại với Nhân dân ở từng thôn, tổ dân phố",
            "đăng ký mô hình dân vận khéo gắn với việc khó của địa phương",
            "công khai những việc dân phải được biết tại nhà văn hóa",
            "giải quyết kịp thời kiến nghị chính đáng của Nhân dân",
            "vận động hộ gia đình hiến đất mở rộng đường thôn",
        ),
        reports=(
            "kết quả xây dựng mô hình",
            "biên bản đối thoại",
            "danh sách mô hình đề nghị công nhận",
        ),
        shares=(
            ("thôn, tổ dân phố", "có mô hình dân vận khéo"),
            ("kiến nghị của Nhân dân", "được trả lời đúng hạn"),
            ("cơ quan, đơn vị", "tổ chức hội nghị cán bộ, công chức"),
        ),
        counts=(
            ("xây dựng", "mô hình dân vận khéo", "trong phát triển kinh tế"),
            ("tổ chức", "buổi đối thoại", "với Nhân dân"),
        ),
        falls=(
            "số đơn thư vượt cấp",
            "số vụ việc kéo dài",
        ),
        programmes=(
            ("phong trào thi đua", "Nghe dân nói, làm dân tin"),
            ("mô hình", "Ngày thứ Bảy về thôn"),
        ),
        laws=("grassroots_democracy",),
        runs=(
            "đợt nắm tình hình Nhân dân",
            "năm dân vận của chính quyền",
        ),
        offices=("party", "committee", "union"),
    ),
)
