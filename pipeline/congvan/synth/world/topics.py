"""What the dispatches are about: for each topic the words an office uses, as plain strings without values.

`{year}` stands for the year the dispatch speaks of. A duty is a verb phrase without owner and date; a share is who
and what they are to do; nothing here names a document, a day or a figure: those come from the wording families.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """`field`: the field of work as a noun phrase; `subjects`: what the dispatch is about, verb phrases; `goals`:
    aims, verb phrases; `duties`: what is to be done; `reports`: what is reported on or handed in; `shares`: (of whom,
    what they do) for percentages; `counts`: (verb, counted unit, what for); `falls`: what should become less;
    `programmes`: (kind, name); `laws`: keys of wording_references.LAWS; `runs`: things that run for a span of time;
    `offices`: the kinds of office that write about it.
    """

    field: str
    subjects: tuple[str, ...]
    goals: tuple[str, ...]
    duties: tuple[str, ...]
    reports: tuple[str, ...]
    shares: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, str, str], ...]
    falls: tuple[str, ...]
    programmes: tuple[tuple[str, str], ...]
    laws: tuple[str, ...]
    runs: tuple[str, ...]
    offices: tuple[str, ...] = ("union", "committee", "department", "school", "party", "youth")


# Duties that every field of work knows.
COMMON_DUTIES = (
    "phân công cán bộ đầu mối theo dõi, đôn đốc",
    "phổ biến nội dung văn bản này đến toàn thể cán bộ, công chức, viên chức",
    "bố trí kinh phí, nhân lực bảo đảm cho việc thực hiện",
    "lồng ghép nội dung tuyên truyền vào các cuộc họp, sinh hoạt định kỳ",
    "phối hợp chặt chẽ với các cơ quan liên quan trong quá trình thực hiện",
    "tăng cường kiểm tra, kịp thời chấn chỉnh các hạn chế, thiếu sót",
    "đưa tin, bài về những cách làm hay trên trang thông tin điện tử",
    "kiện toàn bộ phận tham mưu, giúp việc",
)

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
    ),
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
)
