# Lời của giao diện, tiếng Việt. Câu có số liệu do chương trình soạn, nằm ở tệp sentences.vi.ftl.

## Khung trang
skip-to-content = Đến nội dung chính
main-menu = Mục chính
footer-menu = Mục cuối trang
languages = Ngôn ngữ
you-are-here = Vị trí trang đang xem
pages = Các trang
contents = Trên trang này
year-list = Các năm
letters = Theo chữ cái đầu
historical = Địa bàn đã thay đổi.
sample-word = MẪU
sample-meaning = Trang này có nội dung mẫu, không phải thật; chưa công bố được.

## Hỏi và phản ánh
feedback-title = Thấy số liệu chưa đúng hoặc cần hỏi thêm?
feedback-lead = Hãy báo cho cơ quan chịu trách nhiệm, nêu rõ trang và con số.
call = Điện thoại:
write-to = Thư điện tử:
hours = Giờ tiếp:
answer-time = Thời hạn trả lời:
person = Người phụ trách:
address = Địa chỉ:

## Bảng, thanh tiến độ, ghi chú
progress = Tiến độ
key-whole = Vạch đậm: 100% kế hoạch.
key-pace = Dấu ▼ trên thanh: phần thời gian đã qua.
key-band = Phần nhạt: chỉ biết trong khoảng này.
key-range = Khung vuông: khoảng phải đạt.
key-unknown = Khung nét đứt: chưa đủ số liệu để so sánh.
key-plan = Khung viền là kế hoạch.
key-hundred = Nét đứt: 100%.
tile-map = Bản đồ ô, mỗi ô một đơn vị
chart-numbers = Các số trong biểu đồ
source = Nguồn:
proof = nguồn
declared = Nguồn tự đánh giá:
note = Ghi chú:
note-doubt = Cần kiểm tra lại:
note-mismatch = Số liệu không khớp:
note-scope = Phạm vi:
note-comparison = So sánh:

## Trang chủ và địa bàn
your-place = Nơi bạn sống
latest-reports = Tin, báo cáo mới
reports-here = Tin, báo cáo
places-within = Địa bàn trực thuộc
place-history = Địa bàn này đã thay đổi thế nào
place-office = Cơ quan của địa bàn
works-here = Công trình tại đây
whole-account = Xem đủ mọi con số và nguồn tại:

## Nguồn gốc từng con số
passports = Nguồn gốc từng con số
passports-lead = Mỗi con số trong các bảng trên đều có một mục dưới đây: lấy từ đâu, tính đến ngày nào, nguồn ghi thế nào và tính ra sao. Tệp JSON ở cuối trang nói lại các mục này cho máy đọc.
rule = Quy tắc
formula = Cách tính
inputs = Tính từ
earlier-days = Các ngày trước
permanent-address = Địa chỉ lâu dài
plan-versions = Các lần giao và điều chỉnh kế hoạch
replaced = Số liệu đã được thay thế
replaced-lead = Các con số dưới đây đã có số mới thay thế; trang giữ lại để đối chiếu.
corrections = Đính chính
revisions = Điều chỉnh
figure-history = Số này đã đổi thế nào

## Chương trình, chỉ tiêu, công trình
programmes = Chương trình
components = Dự án, tiểu dự án và nội dung thành phần
parts = Các phần trực thuộc
criteria-sets = Bộ tiêu chí
criteria = Danh sách tiêu chí
successors = Sau chương trình này
how-judged = Cách đánh giá:
about-indicator = Về chỉ tiêu này
about-work = Về công trình này
milestones = Các mốc
pictures = Hình ảnh

## Tin, báo cáo
summary = Tóm tắt
figures-of-report = Số liệu trong báo cáo
origin = Bài gốc
cite = Trích dẫn
embed-hint = Muốn đưa các con số chính của trang này lên trang khác, chép dòng HTML sau:
illustration = Tranh minh họa.
callout-note = Lưu ý
callout-tip = Gợi ý
callout-important = Quan trọng
callout-warning = Cảnh báo
callout-caution = Cẩn thận
listen = Nghe bài này
download-audio = Tải tệp âm thanh

## Số liệu và phương pháp
licence-and-citing = Sử dụng lại và trích dẫn
rules = Quy tắc tính
checks = Các phép đối chiếu
standings = Các mức đánh giá
bars = Cách đọc thanh tiến độ
missing-values = Khi không có con số
hedges = Từ đi kèm con số
not-found-lead = Không có trang ở địa chỉ này. Trang có thể đã được đổi tên, hoặc địa chỉ bị gõ nhầm.
moved = Trang này đã chuyển đến:

## Tìm kiếm
search-label = Tên nơi, chương trình, chỉ tiêu, văn bản hoặc tin
search-hint = Gõ có dấu hay không dấu đều được.
search-button = Tìm
search-results = Kết quả
search-near = Không có đúng những từ này. Kết quả gần giống
search-none = Không tìm thấy. Hãy thử ít từ hơn, hoặc xem danh sách theo chữ cái bên dưới.
search-partly = Chưa thấy trong các mục đã xem; có thể tìm tiếp.
search-waiting = Đang tìm…
search-failed = Không tải được danh mục tìm kiếm. Hãy xem danh sách theo chữ cái bên dưới.
search-more = Tìm tiếp trong các mục khác

# Bộ thông báo
kit-how = Tờ dưới đây in vừa một trang A4 để niêm yết: mở lệnh in của trình duyệt (Ctrl+P). Bên dưới là bài đọc loa, bài Zalo và tin nhắn; chúng không được in cùng.
kit-scan = Quét mã để xem đủ số và nguồn:
kit-posted-line = Niêm yết từ ngày …… tháng …… năm ……… đến ngày …… tháng …… năm ……… tại ……………………………………………
kit-file = Tải tệp
