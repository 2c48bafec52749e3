//! The words of made-up reports: subjects with their titles and leads, and sentences about each.
//!
//! All sentences were written for this bench. In braces stand the places and numbers a report fills in:
//! `{huyen}` district, `{xa}` and `{xa2}` communes, `{thon}` village, `{so}` and `{it}` a large and a small
//! count, `{tien}` million dong, `{pt}` a percentage, `{km}` kilometres, `{thang}` month, `{nam}` year.

/// What a report is about.
pub struct Subject {
    /// The part of the report's id that names it.
    pub id: &'static str,
    /// Headlines.
    pub titles: &'static [&'static str],
    /// First sentences, standing before the text.
    pub leads: &'static [&'static str],
    /// Subheadings.
    pub headings: &'static [&'static str],
    /// Sentences.
    pub sentences: &'static [&'static str],
}

/// Every subject of news.
pub const SUBJECTS: [Subject; 8] = [ROADS, WATER, SCHOOLS, HOUSING, HEALTH, LIVELIHOOD, NEW_RURAL, CULTURE];

/// Headings of the part about money.
pub const MONEY_HEADINGS: [&str; 4] = ["Tiền đến đâu", "Vốn giao và giải ngân", "Vì sao giải ngân còn chậm", "Những khoản còn chờ"];

/// Money: every report has some of these.
pub const MONEY: &[&str] = &[
    "Đến hết tháng {thang}, các chủ đầu tư của huyện {huyen} đã giải ngân {tien} triệu đồng, đạt {pt} kế hoạch vốn giao trong năm.",
    "Phần vốn đầu tư giải ngân khá đều qua các tháng, trong khi vốn sự nghiệp chỉ tăng nhanh từ giữa năm.",
    "Phòng Tài chính - Kế hoạch cho biết còn {tien} triệu đồng chưa phân bổ chi tiết vì chưa đủ thủ tục.",
    "Kho bạc Nhà nước đã đối chiếu số liệu với từng chủ đầu tư và gửi bảng kê cho các xã trước ngày 5 hằng tháng.",
    "Có {it} dự án chưa giải ngân được đồng nào, phần lớn do hồ sơ thiết kế phải làm lại sau khi khảo sát thực địa.",
    "Huyện đã điều chuyển {tien} triệu đồng từ nơi không dùng hết sang nơi có khối lượng đã nghiệm thu.",
    "Số tiền tạm ứng quá hạn còn {tien} triệu đồng, và các nhà thầu đã cam kết hoàn ứng trong quý tới.",
    "Vốn sự nghiệp về muộn nên nhiều xã chỉ kịp ký hợp đồng mua cây, con giống vào đầu vụ sau.",
    "Lãnh đạo huyện giao chỉ tiêu giải ngân cho từng chủ đầu tư và kiểm điểm vào ngày cuối mỗi tháng.",
    "Theo bảng tổng hợp, xã {xa} giải ngân cao nhất huyện với {pt}, còn xã {xa2} mới đạt chưa đến một nửa.",
    "Phần vốn đối ứng của ngân sách huyện được bố trí {tien} triệu đồng, đúng tỷ lệ đã hứa với tỉnh.",
    "Những khoản mua sắm nhỏ lẻ được gộp lại để đấu thầu một lần, nhờ vậy tiết kiệm được {tien} triệu đồng.",
    "Huyện đề nghị tỉnh cho kéo dài thời gian thực hiện phần vốn chưa dùng, vì mùa mưa năm nay đến sớm.",
    "Mọi khoản chi của chương trình được niêm yết tại trụ sở xã và nhà văn hóa thôn trong ba mươi ngày.",
    "Riêng tháng {thang}, số giải ngân bằng cả quý trước cộng lại, nhờ nhiều gói thầu nghiệm thu cùng lúc.",
    "Quyết toán của {it} công trình đã xong, số tiền thừa được nộp trả ngân sách theo quy định.",
    "Các xã kiến nghị giao vốn sớm ngay từ đầu năm để có đủ thời gian lập hồ sơ và họp dân.",
    "Chi phí vật liệu tăng làm {it} gói thầu phải điều chỉnh dự toán, song không gói nào vượt tổng mức đầu tư.",
];

/// Supervision and the people's voice: every report ends with some of these.
pub const VOICES: &[&str] = &[
    "Ban Giám sát đầu tư của cộng đồng xã {xa} đã đi kiểm tra {it} lần và ghi biên bản từng lần.",
    "Người dân thôn {thon} góp {so} ngày công để san nền và dọn mặt bằng.",
    "Ông Trưởng thôn {thon} nói bà con chỉ mong việc làm xong trước mùa mưa để còn đi lại, thu hoạch.",
    "Ý kiến của bà con được ghi vào sổ tiếp dân của xã và trả lời tại cuộc họp thôn gần nhất.",
    "Đoàn kiểm tra của huyện yêu cầu xã {xa2} bổ sung biên bản họp dân còn thiếu trong hồ sơ.",
    "Mặt trận Tổ quốc huyện tổ chức {it} buổi đối thoại, có {so} người dự và nêu câu hỏi.",
    "Một số hộ ở thôn {thon} chưa rõ vì sao mình không có tên trong danh sách, xã đã mời đến giải thích.",
    "Báo cáo giám sát nhắc ba việc cần sửa gồm ghi nhật ký công trình, lấy mẫu vật liệu và công khai dự toán.",
    "Các tổ hòa giải ở cơ sở đã giúp {it} hộ thống nhất ranh giới đất trước khi làm công trình.",
    "Huyện giao cho mỗi xã một cán bộ theo dõi, mỗi tuần cập nhật tiến độ một lần.",
    "Danh sách hộ được hỗ trợ đã dán tại nhà văn hóa thôn {thon} để bà con xem và góp ý.",
    "Chị em trong chi hội phụ nữ nhận chăm sóc đoạn đường hoa và giữ vệ sinh quanh nhà văn hóa.",
    "Già làng và người có uy tín đã đến từng nhà vận động, nhờ đó việc hiến đất diễn ra thuận lợi.",
    "Trong quý tới, huyện sẽ kiểm tra chéo giữa các xã để rút kinh nghiệm chung.",
    "Số điện thoại của người phụ trách được ghi trên biển công trình để ai cũng có thể hỏi.",
    "Huyện {huyen} sẽ báo cáo kết quả tại kỳ họp Hội đồng nhân dân cuối năm {nam}.",
];

const ROADS: Subject = Subject {
    id: "duong-giao-thong",
    titles: &[
        "Huyện {huyen} làm thêm {km} km đường bê tông ở xã {xa}",
        "Đường vào thôn {thon} của huyện {huyen} đã qua được mùa mưa",
        "{huyen} dồn vốn cho {it} tuyến đường liên xã trong năm {nam}",
        "Những con đường mới ở {huyen} và phần việc còn dở",
    ],
    leads: &[
        "Năm {nam}, huyện {huyen} nâng cấp {it} tuyến đường liên thôn, liên xã. Phần lớn đã thông xe, một số đoạn còn chờ mặt bằng.",
        "Tuyến đường dài {km} km nối xã {xa} với xã {xa2} đã đổ xong bê tông, giúp {so} hộ dân đi lại quanh năm.",
    ],
    headings: &["Đường đã làm đến đâu", "Đoạn nào còn khó"],
    sentences: &[
        "Tuyến đường từ trung tâm xã {xa} vào thôn {thon} dài {km} km, mặt bê tông rộng ba mét rưỡi.",
        "Trước đây, vào mùa mưa xe máy phải cuốn xích mới lên được dốc, học sinh thường phải nghỉ học.",
        "Đơn vị thi công đã làm xong nền và cống thoát nước, phần mặt đường đạt {pt} khối lượng.",
        "Có {so} hộ hiến đất mở đường, tổng cộng hơn một nghìn mét vuông đất vườn và đất ruộng.",
        "Đoạn qua suối ở xã {xa2} phải đổi thiết kế, thay ngầm tràn bằng cống hộp để tránh ngập.",
        "Đá và cát được chở từ mỏ cách công trình {km} km, nên giá thành cao hơn vùng thấp.",
        "Xe thu mua nông sản nay vào được tận thôn, mỗi ki-lô-gam sắn bán cao hơn trước vài trăm đồng.",
        "Nhà thầu bố trí hai mũi thi công từ hai đầu tuyến để kịp thông xe trước Tết.",
        "Trận mưa lớn đầu tháng {thang} làm sạt taluy dương ở {it} điểm, đất đá tràn xuống mặt đường.",
        "Hành lang an toàn của tuyến đường đã được cắm mốc và bàn giao cho xã quản lý.",
        "Huyện giao tổ tự quản của thôn {thon} dọn rãnh thoát nước và phát quang hai bên đường mỗi tháng một lần.",
        "Cầu treo dân sinh cũ ở xã {xa} đã gỉ và phải hạn chế tải trọng trong khi chờ cầu mới.",
        "Theo kế hoạch, toàn huyện còn {it} thôn chưa có đường ô tô đến trung tâm.",
        "Đèn năng lượng mặt trời được lắp dọc {km} km đường trục chính, phần lớn do người dân và doanh nghiệp góp tiền.",
    ],
};

const WATER: Subject = Subject {
    id: "nuoc-sinh-hoat",
    titles: &[
        "{so} hộ ở {huyen} có nước sạch dùng tại nhà",
        "Huyện {huyen} sửa {it} công trình nước tập trung bị hư hỏng",
        "Nước về thôn {thon}, huyện {huyen}",
        "Bài toán nước sinh hoạt mùa khô ở huyện {huyen}",
    ],
    leads: &[
        "Công trình nước tập trung ở xã {xa} đã cấp nước cho {so} hộ. Huyện {huyen} còn {it} thôn thiếu nước trong mùa khô.",
        "Trong năm {nam}, huyện {huyen} hỗ trợ {so} hộ làm bể chứa và đường ống, đồng thời sửa {it} công trình cũ.",
    ],
    headings: &["Nước đã đến những đâu", "Giữ công trình chạy lâu dài"],
    sentences: &[
        "Công trình lấy nước từ khe núi cách thôn {thon} {km} km, dẫn về bể lọc rồi chia đến từng nhà.",
        "Mỗi hộ được hỗ trợ một bồn chứa và phụ kiện đường ống, trị giá theo định mức của chương trình.",
        "Mùa khô năm trước, bà con phải đi bộ gần một giờ để lấy nước về ăn uống.",
        "Tổ quản lý nước của thôn thu phí theo đồng hồ, dùng tiền đó để thay van và súc rửa bể.",
        "Kết quả xét nghiệm mẫu nước đạt yêu cầu, chỉ độ đục tăng vào những ngày mưa lớn.",
        "Có {it} công trình xây từ nhiều năm trước đã ngừng chạy vì mất nguồn nước và ống bị đứt.",
        "Xã {xa} chọn giải pháp khoan giếng kết hợp bơm điện mặt trời cho những điểm dân cư ở cao.",
        "Đường ống chính bị đá lăn làm vỡ hồi tháng {thang}, thôn đã góp công nối lại trong hai ngày.",
        "Tỷ lệ hộ dùng nước hợp vệ sinh của huyện đạt {pt}, cao hơn cùng kỳ năm trước.",
        "Rừng đầu nguồn trên khe nước được giao cho cộng đồng thôn {thon} trông coi.",
        "Trường học và trạm y tế xã {xa2} được đấu nối miễn phí vào đường ống chung.",
        "Danh sách hộ nhận hỗ trợ nước phân tán được rà soát lại, loại {it} hộ đã có nước từ công trình tập trung.",
        "Cán bộ kỹ thuật hướng dẫn bà con rửa bể, đậy nắp và kiểm tra mối nối trước mỗi mùa mưa.",
        "Huyện dự tính mỗi năm dành một khoản cố định để sửa chữa nhỏ, thay vì chờ hỏng rồi xây mới.",
    ],
};

const SCHOOLS: Subject = Subject {
    id: "truong-hoc",
    titles: &[
        "Huyện {huyen} có thêm {it} phòng học trước năm học mới",
        "Trường bán trú xã {xa}, huyện {huyen}, xây xong nhà ở cho học sinh",
        "{huyen} mở {it} lớp xóa mù chữ ở các thôn xa",
        "Chuyện trường lớp vùng cao ở huyện {huyen}",
    ],
    leads: &[
        "Trước năm học mới, huyện {huyen} hoàn thành {it} phòng học và khu bếp ăn. Còn một điểm trường phải học nhờ nhà văn hóa.",
        "Trường bán trú xã {xa} đã có nhà ở kiên cố cho {so} học sinh, thay những dãy phòng tạm dựng từ lâu.",
    ],
    headings: &["Phòng học, bếp ăn và chỗ ở", "Việc của thầy cô và cha mẹ"],
    sentences: &[
        "Dãy nhà hai tầng ở trường bán trú xã {xa} có {it} phòng, đủ chỗ cho học sinh ở lại trong tuần.",
        "Bếp ăn được lát nền, có bồn rửa và kho để gạo riêng, không còn nấu ngoài trời như trước.",
        "Tỷ lệ trẻ năm tuổi đến lớp đạt {pt}, nhà trường vận động từng gia đình ở thôn {thon}.",
        "Điểm trường lẻ xa nhất cách trung tâm xã {km} km, thầy cô phải ở lại cả tuần.",
        "Các lớp xóa mù chữ học vào buổi tối, người học phần lớn là phụ nữ trên ba mươi tuổi.",
        "Thiết bị dạy học đã được giao cho {it} trường, mỗi bộ đều có biên bản bàn giao và tem ghi nguồn vốn.",
        "Nhà vệ sinh của học sinh nam và nữ được xây tách riêng, có nước rửa tay quanh năm.",
        "Trường phổ thông dân tộc nội trú huyện mở thêm giờ học nghề nấu ăn, may và sửa xe.",
        "Sau hai năm, số học sinh bỏ học giữa chừng ở xã {xa2} giảm còn {it} em.",
        "Công trình chậm hai tháng vì đường vào trường hẹp, xe chở vật liệu phải sang hàng hai lần.",
        "Thư viện nhỏ của trường có thêm sách song ngữ do các thầy cô và sinh viên cùng làm.",
        "Phụ huynh góp củi, rau và thay nhau nấu bữa trưa vào những ngày bếp thiếu người.",
        "Phòng Giáo dục và Đào tạo đề nghị bố trí vốn sửa mái cho {it} điểm trường bị tốc trong trận lốc tháng {thang}.",
        "Học sinh mẫu giáo ở thôn {thon} nay được ăn trưa tại lớp, không phải về nhà giữa buổi.",
    ],
};

const HOUSING: Subject = Subject {
    id: "nha-o",
    titles: &[
        "{so} hộ nghèo ở {huyen} được hỗ trợ làm nhà",
        "Huyện {huyen} xếp lại chỗ ở cho các hộ vùng sạt lở",
        "Những ngôi nhà mới ở thôn {thon}, huyện {huyen}",
        "Hỗ trợ nhà ở tại huyện {huyen} còn vướng đất",
    ],
    leads: &[
        "Trong năm {nam}, {so} hộ nghèo của huyện {huyen} được hỗ trợ làm nhà. Một số hộ chưa khởi công vì chưa có giấy tờ đất.",
        "Khu tái định cư ở xã {xa} đã có điện, nước và đường. Huyện {huyen} đang đưa các hộ trong vùng sạt lở về nơi ở mới.",
    ],
    headings: &["Nhà đã dựng và nhà còn chờ", "Chỗ ở an toàn hơn"],
    sentences: &[
        "Mỗi ngôi nhà phải bảo đảm ba cứng, gồm nền cứng, khung tường cứng và mái cứng.",
        "Ngoài phần hỗ trợ của chương trình, nhiều hộ vay thêm từ Ngân hàng Chính sách xã hội.",
        "Anh em họ hàng và lực lượng dân quân giúp {so} ngày công tháo dỡ nhà cũ, vận chuyển vật liệu.",
        "Đến tháng {thang}, có {it} nhà ở xã {xa} đã lợp mái, số còn lại đang làm móng.",
        "Hộ chị Mùa ở thôn {thon} dọn về nhà mới sau nhiều năm ở nhờ nhà cha mẹ.",
        "Có {it} hộ xin lùi thời gian làm nhà vì theo phong tục chưa được tuổi.",
        "Khu tái định cư rộng {km} héc-ta, chia lô theo nguyện vọng để bà con ở gần họ hàng.",
        "Đất ở của một số hộ nằm trong ranh giới rừng, phải chờ chuyển mục đích sử dụng mới được làm nhà.",
        "Xã {xa2} đã lập ban vận động, kêu gọi góp tôn, xi măng và gạch cho những hộ neo đơn.",
        "Vùng sạt lở ở thôn {thon} được cắm biển, các hộ phải di dời trước mùa mưa.",
        "Mẫu nhà do huyện gợi ý giữ dáng nhà sàn, thay gỗ bằng khung bê tông để đỡ tốn cây rừng.",
        "Tiền hỗ trợ được chuyển hai lần, lần đầu khi xong móng và lần sau khi nghiệm thu.",
        "Danh sách xét duyệt qua ba bước gồm họp thôn, xã kiểm tra và huyện phê duyệt.",
        "Theo rà soát, huyện còn {so} hộ ở nhà tạm, tập trung tại các xã vùng cao.",
    ],
};

const HEALTH: Subject = Subject {
    id: "y-te",
    titles: &[
        "Trạm y tế xã {xa}, huyện {huyen}, có thêm thiết bị khám bệnh",
        "Huyện {huyen} theo dõi dinh dưỡng cho {so} trẻ em vùng cao",
        "{huyen} đưa đội y tế lưu động đến {it} thôn xa",
        "Chăm sóc mẹ và bé ở huyện {huyen} năm {nam}",
    ],
    leads: &[
        "Đội y tế lưu động của huyện {huyen} đã khám cho {so} người ở các thôn xa. Trạm y tế xã {xa} được bổ sung thiết bị.",
        "Chương trình cải thiện dinh dưỡng của huyện {huyen} theo dõi {so} trẻ dưới năm tuổi, cân đo ba tháng một lần.",
    ],
    headings: &["Khám bệnh gần nhà", "Bữa ăn của trẻ nhỏ"],
    sentences: &[
        "Mỗi tháng một lần, đội y tế lưu động đến thôn {thon} khám, phát thuốc và tiêm chủng.",
        "Trạm y tế xã {xa} có máy siêu âm xách tay, phụ nữ mang thai không phải xuống huyện khám.",
        "Tỷ lệ trẻ dưới năm tuổi suy dinh dưỡng thấp còi là {pt}, giảm so với năm trước.",
        "Cô đỡ thôn bản được tập huấn lại, mỗi người nhận một túi dụng cụ sạch.",
        "Các bà mẹ học nấu bột với đỗ, trứng và rau có sẵn trong vườn.",
        "Trong tháng {thang}, cả huyện có {it} ca sinh tại nhà, giảm rõ so với cùng kỳ.",
        "Nhân viên y tế thôn gọi điện nhắc lịch tiêm cho từng gia đình đi làm xa.",
        "Vi chất dinh dưỡng được phát cho {so} trẻ và bà mẹ, có ký nhận từng lần.",
        "Đường từ thôn {thon} đến trạm dài {km} km, vào mùa mưa vẫn phải cáng người bệnh một đoạn.",
        "Hai bác sĩ trẻ về xã {xa2} theo hợp đồng, người dân đỡ phải chuyển tuyến với bệnh thông thường.",
        "Buổi nói chuyện về tảo hôn và hôn nhân cận huyết có {so} thanh niên tham dự.",
        "Tủ thuốc của trạm được kiểm kê hằng quý, thuốc sắp hết hạn đổi về trung tâm y tế huyện.",
    ],
};

const LIVELIHOOD: Subject = Subject {
    id: "sinh-ke",
    titles: &[
        "{so} hộ ở {huyen} nhận bò giống theo dự án sinh kế",
        "Huyện {huyen} mở rộng vùng trồng quế và dược liệu",
        "Hợp tác xã ở {huyen} bao tiêu nông sản cho {so} hộ",
        "Dạy nghề ở huyện {huyen} gắn với việc làm tại chỗ",
    ],
    leads: &[
        "Dự án sinh kế của huyện {huyen} đã giao giống cho {so} hộ. Điều bà con lo nhất vẫn là đầu ra và dịch bệnh.",
        "Hợp tác xã ở xã {xa} ký hợp đồng thu mua với {so} hộ, giá tối thiểu được ghi rõ ngay từ đầu vụ.",
    ],
    headings: &["Nuôi con gì, trồng cây gì", "Đầu ra cho nông sản"],
    sentences: &[
        "Mỗi hộ tham gia nhận một con bò cái sinh sản, góp thêm tiền làm chuồng và trồng cỏ.",
        "Nhóm hộ ở thôn {thon} quay vòng giống, con bê đầu tiên giao lại cho hộ kế tiếp.",
        "Vùng quế của xã {xa} đã có {so} héc-ta, cây từ ba năm tuổi bắt đầu cho tỉa cành.",
        "Giống được kiểm dịch và tiêm phòng trước khi giao, có {it} con chết trong tháng đầu đã được thay.",
        "Hợp tác xã ứng trước phân bón, đến vụ trừ vào tiền bán nông sản.",
        "Thu nhập bình quân của hộ tham gia tăng khoảng {pt} sau hai năm, theo khảo sát của huyện.",
        "Lớp nghề chăn nuôi kéo dài hai tháng, học ngay tại chuồng trại của bà con.",
        "Doanh nghiệp thu mua yêu cầu ghi nhật ký canh tác, lúc đầu nhiều hộ còn ngại viết.",
        "Sản phẩm măng khô và mật ong của xã {xa2} đang làm hồ sơ dự thi OCOP cấp tỉnh.",
        "Có {so} lao động đi làm ở khu công nghiệp, phần lớn gửi tiền về sửa nhà và cho con học.",
        "Dự án trồng cây ăn quả chậm một vụ vì vốn về sau thời điểm xuống giống.",
        "Cán bộ khuyến nông hướng dẫn ủ chua thức ăn để gia súc qua được những đợt rét đậm.",
        "Chợ phiên xã {xa} mở thêm khu bán nông sản, mỗi phiên có hơn một trăm người bán.",
        "Hộ vay vốn chính sách được nhắc lịch trả nợ, tỷ lệ nợ quá hạn của thôn {thon} gần như không có.",
        "Rừng cộng đồng mang về {tien} triệu đồng tiền dịch vụ môi trường, thôn dùng một phần mua loa và sửa đường.",
    ],
};

const NEW_RURAL: Subject = Subject {
    id: "nong-thon-moi",
    titles: &[
        "Xã {xa}, huyện {huyen}, còn {it} tiêu chí để về đích nông thôn mới",
        "Huyện {huyen} rà soát lại tiêu chí nông thôn mới năm {nam}",
        "{huyen} có thêm sản phẩm OCOP được xếp hạng",
        "Nông thôn mới ở {huyen} bắt đầu từ từng con ngõ",
    ],
    leads: &[
        "Xã {xa} của huyện {huyen} đã đạt phần lớn tiêu chí nông thôn mới. Thu nhập và môi trường vẫn là hai tiêu chí khó nhất.",
        "Đợt rà soát năm {nam} cho thấy huyện {huyen} có {it} xã đủ điều kiện đề nghị xét, công nhận đạt chuẩn.",
    ],
    headings: &["Tiêu chí đã đạt và chưa đạt", "Cách làm của các thôn"],
    sentences: &[
        "Theo bộ tiêu chí mới, mức phải đạt cao hơn trước, có xã từng đạt nay phải làm lại một số phần việc.",
        "Xã {xa} vận động {so} hộ xây hố rác, chỉnh trang hàng rào và trồng cây bóng mát.",
        "Tiêu chí thu nhập khó nhất vì phần lớn người dân còn dựa vào một vụ lúa và rừng trồng.",
        "Nhà văn hóa thôn {thon} được sửa lại, có sân bóng và tủ sách dùng chung.",
        "Đã có {it} sản phẩm được xếp hạng ba sao, gồm chè, miến dong và thổ cẩm.",
        "Tổ công nghệ số cộng đồng hướng dẫn bà con nộp hồ sơ trực tuyến và thanh toán tiền điện.",
        "Phong trào sạch nhà, sạch ngõ được chấm điểm mỗi quý, thôn cuối bảng phải nêu cách khắc phục.",
        "Tỷ lệ hộ có nhà tiêu hợp vệ sinh của xã {xa2} đạt {pt}, thấp nhất trong các xã vùng thấp.",
        "Hồ sơ đề nghị xét, công nhận đã gửi lên tỉnh, kèm ý kiến lấy từ {so} hộ dân.",
        "Huyện chọn xã {xa} làm điểm về chuyển đổi số và thôn {thon} làm điểm về cảnh quan.",
        "Rác thải được thu gom hai lần mỗi tuần, những thôn ở xa tự xử lý bằng lò đốt nhỏ.",
        "Bà con góp {tien} triệu đồng và hàng nghìn ngày công, không thôn nào huy động quá sức dân.",
        "Tiêu chí nghèo đa chiều chưa vững, vì nhiều hộ vừa thoát nghèo vẫn thiếu việc làm ổn định.",
        "Xã đạt chuẩn rồi vẫn phải giữ chuẩn, huyện kiểm tra lại mỗi năm một lần.",
    ],
};

const CULTURE: Subject = Subject {
    id: "van-hoa",
    titles: &[
        "Huyện {huyen} giữ nghề dệt gắn với du lịch cộng đồng",
        "{it} đội văn nghệ thôn bản ở {huyen} được hỗ trợ hoạt động",
        "Lễ hội ở xã {xa}, huyện {huyen}, được phục dựng",
        "Du lịch cộng đồng ở {huyen} đón thêm khách",
    ],
    leads: &[
        "Huyện {huyen} hỗ trợ {it} đội văn nghệ và một làng nghề dệt. Du lịch cộng đồng bắt đầu mang lại thu nhập cho {so} hộ.",
        "Lễ hội cầu mùa ở xã {xa} được phục dựng sau nhiều năm vắng. Nghệ nhân cao tuổi truyền lại bài khấn và điệu múa.",
    ],
    headings: &["Giữ nghề và giữ lễ", "Khi khách tìm đến bản"],
    sentences: &[
        "Lớp truyền dạy hát dân ca ở thôn {thon} có {so} người học, người trẻ nhất mới chín tuổi.",
        "Nghệ nhân ghi lại các bài hát cổ bằng máy quay, bản ghi được lưu tại thư viện huyện.",
        "Mười hai khung cửi được trao cho chị em làng dệt, sợi nhuộm bằng cây chàm trồng tại vườn.",
        "Có {it} nhà đón khách nghỉ lại, mỗi nhà được hỗ trợ làm khu vệ sinh và biển chỉ dẫn.",
        "Nhà sinh hoạt cộng đồng dựng theo kiểu nhà sàn cũ, dùng gỗ tận thu và ngói địa phương.",
        "Khách đến đông vào mùa lúa chín, những tháng còn lại bà con vẫn sống chủ yếu bằng nghề nông.",
        "Đội văn nghệ xã {xa2} tập vào tối thứ bảy, trang phục do chị em tự may.",
        "Huyện nhắc các bản làm du lịch không san đồi, không dựng nhà lưu trú ngoài quy hoạch.",
        "Trò chơi dân gian như đẩy gậy, kéo co, tung còn được đưa vào ngày hội của trường.",
        "Chữ viết của đồng bào được dạy thử ở hai lớp, giáo trình do thầy cô địa phương soạn.",
    ],
};
