# Câu do chương trình soạn, tiếng Việt. Chữ trong ngoặc nhọn là số liệu được điền vào.

language-name = Tiếng Việt
table = Bảng

## Tiêu đề trang
title-areas = Đơn vị
title-programmes = Chương trình
title-indicators = Chỉ tiêu
title-reports = Tin, báo cáo
title-reports-year = Tin, báo cáo năm { $year }
title-reports-page = Tin, báo cáo năm { $year }, trang { $page }
title-documents = Văn bản
title-works = Công trình
title-data = Số liệu
title-method = Cách tính
title-corrections = Đính chính
title-search = Tìm kiếm
title-letter = Danh sách, chữ { $letter }
title-letter-page = Danh sách, chữ { $letter }, trang { $page }
title-not-found = Không tìm thấy trang
draft-title = BẢN NHÁP: { $title }
title-period = { $place }, { $period }
title-notice = Bảng niêm yết: { $place }, { $period }
title-years = Theo năm
title-year = Các đơn vị { $period }
notice = Bảng niêm yết
notice-to-print = Bảng niêm yết để in, một trang A4
figures-stand = { $place }, { $period }: { $rows }
rows = { $count } dòng số liệu
notice-more = Còn { $count } dòng không in ở đây.

nav-areas = Đơn vị
nav-programmes = Chương trình
nav-reports = Tin
nav-data = Số liệu
nav-contact = Hỏi
nav-search = Tìm
footer-method = Cách tính
footer-corrections = Đính chính
footer-indicators = Chỉ tiêu
footer-documents = Văn bản
footer-works = Công trình
footer-about = Giới thiệu
crumb-home = Trang chủ
mail-subject = Về trang { $page }

## Nơi và ngày
area-full-name = { $kind } { $name }
as-of = tính đến { $date }
as-of-unknown = không rõ tính đến ngày nào
date-unknown = không rõ ngày
updated = Số liệu mới nhất trên trang này: { $date }
ended-on = đến { $date }
event-on = Sự kiện ngày { $date }
published-on = Đăng ngày { $date }
published-unknown = Không rõ ngày đăng
year-of-report = Năm { $year }
forecast-by = dự kiến đến { $date }
planned-for = kế hoạch { $date }
since = từ { $date }
until = đến { $date }

## Số và đơn vị
count-figures = { $count } con số
count-places = { $count } đơn vị
count-reports = { $count } bài
count-programmes = { $count } chương trình
count-indicators = { $count } chỉ tiêu
count-components = { $count } thành phần
count-criteria = { $count } tiêu chí
count-items = { $count } chỉ tiêu con
count-documents = { $count } văn bản
count-works = { $count } công trình
minutes-to-read = đọc { $count } phút
kilobytes = { $size } KB
minutes-to-hear = nghe { $count } phút
unit-dong = đồng
unit-thousand-dong = nghìn đồng
unit-million-dong = triệu đồng
unit-billion-dong = tỷ đồng
unit-trillion-dong = nghìn tỷ đồng
unit-quadrillion-dong = triệu tỷ đồng
unit-percentage-point = điểm %
unit-times = lần
unit-criteria = tiêu chí

## Từ đi kèm con số
hedge-over = trên
hedge-nearly = gần
hedge-about = khoảng
hedge-under = không quá
hedge-at-least = ít nhất
hedge-over-meaning = số thật lớn hơn số nêu một chút
hedge-nearly-meaning = số thật nhỏ hơn số nêu một chút
hedge-about-meaning = số thật ở quanh số nêu
hedge-under-meaning = số thật không vượt số nêu
hedge-at-least-meaning = số thật không thấp hơn số nêu
change-fall = giảm
change-rise = tăng
standing-estimate = ước
standing-forecast = dự kiến
standing-aspired = phấn đấu
standing-provisional = sơ bộ
counted-by-site = trang tính

## Khi không có con số
missing-not-assigned = chưa giao
missing-not-due = chưa đến kỳ báo cáo
missing-no-data = chưa có số liệu
missing-not-stated = nguồn không nêu số
missing-not-applicable = không áp dụng
missing-withheld = không công bố
missing-not-assigned-meaning = Cấp trên chưa giao vốn hoặc chỉ tiêu. Không phải là 0.
missing-not-due-meaning = Chưa đến ngày phải báo cáo.
missing-no-data-meaning = Đã đến kỳ nhưng trang chưa nhận được số liệu.
missing-not-stated-meaning = Nguồn có nhắc đến nhưng không cho biết bao nhiêu.
missing-not-applicable-meaning = Chỉ tiêu này không dành cho nơi hoặc kỳ này.
missing-withheld-meaning = Có số nhưng không được công bố; lý do ghi bên cạnh.
nothing-disbursed = chưa giải ngân
nothing-disbursed-meaning = Nguồn nói chưa giải ngân đồng nào: đây là số 0, được cộng như mọi số khác.
nothing-stated = nguồn không nêu
withheld-because = Lý do không công bố: { $why }
chosen-because = Hai nguồn nêu khác nhau; chọn số này vì: { $why }
other-source = Nguồn khác nêu { $what }: { $value } (không dùng để tính)
set-aside = Một nguồn khác được chọn cho con số này; số ở đây được giữ lại để đối chiếu, không dùng để tính.

## Đánh giá
standing-met = Đạt hoặc vượt
standing-on-track = Đúng tiến độ
standing-behind = Chậm
standing-not-assessed = Chưa đánh giá

## Tiền
money = Vốn và giải ngân
column-line = Chương trình, nguồn vốn
column-plan = Kế hoạch
column-disbursed = Đã giải ngân
column-rate = Tỷ lệ
column-standing = Đánh giá
unit-once = Đơn vị tính: { $unit }.
money-caption = Vốn và giải ngân, { $place }, { $period }; { $as-of }
no-money = Chưa có số liệu về vốn.
capital-investment = Vốn đầu tư
capital-recurrent = Vốn sự nghiệp
fund-central-and-local = Trung ương và địa phương
fund-central = Ngân sách trung ương
fund-province = Ngân sách tỉnh
fund-district = Ngân sách huyện
fund-commune = Ngân sách xã
fund-matching = Vốn đối ứng
fund-policy-credit = Tín dụng chính sách
fund-commercial-credit = Tín dụng thương mại
fund-enterprises = Doanh nghiệp, hợp tác xã
fund-people = Người dân đóng góp
fund-integrated = Vốn lồng ghép
carried-from = Chuyển từ năm { $year }
stage-assigned = vốn giao
stage-available = vốn được dùng
stage-planned = kế hoạch
stage-allocated = phân bổ
stage-carried-over = chuyển nguồn
stage-target = chỉ tiêu
stage-of-plan = Kế hoạch
stage-of-assigned = Vốn giao
stage-of-allocated = Đã phân bổ
stage-not-stated = không rõ
of-assigned = vốn giao
of-available = vốn được dùng
of-planned = kế hoạch vốn
of-allocated = vốn đã phân bổ
of-carried-over = vốn chuyển nguồn
of-target = chỉ tiêu kế hoạch
of-not-stated = mẫu số nguồn không nêu
money-sentence = Đã giải ngân { $done } trong { $whole } ({ $of }), tỷ lệ { $rate }.
rate-sentence = Tỷ lệ giải ngân { $rate }.
progress-sentence = { $what }: đạt { $progress } kế hoạch.
denominator-not-stated = Nguồn không nói tỷ lệ này tính trên số nào.
total-of = Cộng: { $what }
total-of-all = Cộng tất cả
total-lines = { $count } dòng
total-unassigned = trong số đã giao; { $count } dòng chưa được giao vốn, không cộng vào
total-unreported = { $count } dòng chưa báo cáo cùng ngày nên chưa cộng số giải ngân
all-programmes = Các chương trình
sum-of = Tổng { $what }
sum-of-plans = Tổng vốn làm mẫu số

## Câu trả lời đầu trang
headline-sentence = { $as-of }, { $place } đã giải ngân { $done } trong { $whole }, đạt { $rate }.
headline-scope = Phạm vi: { $scope }.
headline-rate = { $as-of }, { $place } giải ngân được { $rate } ({ $scope }).
area-indicators-sentence = Trang có { $indicators } của { $period }; tính cả các dòng vốn, { $good } mục đạt hoặc đúng tiến độ, { $late } mục chậm.
area-figures-sentence = { $place }: trang có { $figures } kèm nguồn.
area-no-figures = { $place }: trang chưa có số liệu.
period-sentence = { $figures } của { $place }, { $period }, mỗi số kèm nguồn.
areas-summary = Trang có { $places }. Đơn vị đã kết thúc hoặc sáp nhập vẫn giữ số liệu của mình.
compared = So sánh
compared-caption = { $count } trong { $of } đơn vị cùng cấp có số của { $period }, { $as-of }; xếp theo tỷ lệ.
places-by-year = Số liệu theo năm
years-summary = Mỗi năm hoặc giai đoạn một trang: những đơn vị nào có số liệu, tính đến ngày nào.
year-summary = { $period }: { $figures } của { $places }. Mỗi số ghi ngày của mình; chỉ các đơn vị có cùng một ngày mới được so sánh.
year-shortened = Trang liệt kê { $count } đơn vị đầu; các đơn vị khác xem ở trang của đơn vị cấp trên.
places-of-period-caption = Vốn của từng đơn vị, { $period }; mỗi dòng có ngày tính riêng nên không cộng và không xếp hạng.
trend = Qua các năm
trend-caption = Mỗi đồ thị bắt đầu từ số 0; các đồ thị cùng đơn vị tính dùng chung một thang.
trend-rate = Tỷ lệ giải ngân
trend-statement = { $what }. { $points }.
trend-until = đến { $date }
trend-table = Các số theo năm
places-caption = Mỗi đơn vị ở kỳ mới nhất có số liệu về vốn; ngày tính khác nhau nên không cộng và không xếp hạng.
home-newest = Mới nhất: { $sentence }
key-rate-of = giải ngân, { $place }, { $period }
all-programmes-and-places = Xem mọi chương trình và đơn vị
home-summary = { $figures } của { $places }, lấy từ { $reports }; mỗi con số có nguồn, ngày tính và cách tính.
programmes-summary = { $count }: đã hứa gì, được giao bao nhiêu tiền, đã giải ngân đến đâu.
programmes-caption = Vốn theo đơn vị và kỳ, mới nhất trước; mỗi dòng có ngày tính riêng nên không cộng lại.
programme-summary = { $components }; số liệu của { $places } trên trang này.
documents-summary = { $count } được dẫn trong số liệu và bài viết.
works-summary = { $count } với chủ đầu tư, chi phí và tiến độ.
data-summary = Tải về { $figures }, kèm nguồn và cách tính, để tự kiểm tra hoặc dùng lại.
archive-summary = { $count }, mới nhất trước.
archive-year-summary = Năm { $year }: { $count }.
rollup-incomplete = Đã có số liệu của { $reported } trong { $count } đơn vị trực thuộc ({ $names }); chưa đủ nên trang không cộng.

## Trang chủ
key-places = đơn vị có số liệu
key-good = mục đạt hoặc đúng tiến độ
key-late = mục chậm
key-open = mục chưa đánh giá được
key-rate = giải ngân, { $period }
key-disbursed = đã giải ngân, { $period }
tile-disbursed = giải ngân, { $period }
tile-no-money = có chỉ tiêu, chưa có số về vốn
tile-no-figures = chưa có số liệu
all-places = Xem tất cả đơn vị
all-reports = Xem tất cả tin, báo cáo
home-programmes = Tiền của các chương trình
home-late = Việc đang chậm
home-late-caption = Các dòng vốn chậm nhất so với thời gian đã qua, theo quy tắc ở trang Cách tính.
home-none-late = Không có dòng vốn nào chậm theo quy tắc của trang.

## Đơn vị
all-passports = Nguồn gốc từng con số, { $period }
all-periods = Các kỳ có số liệu
other-periods = Các kỳ khác
no-periods = Chưa có kỳ nào.
works = Công trình
no-works-of-place = Chưa có công trình nào của đơn vị này.
documents = Văn bản
downloads = Tải số liệu
download-csv = Tệp CSV (cho máy)
download-json = Tệp JSON (cho máy)
version-in-force = Bản { $number }, đang có hiệu lực
version-replaced = Bản { $number }, đã được thay thế
extent-whole = toàn bộ
extent-part = một phần
lineage-merged-into = Sáp nhập vào
lineage-split-into = Chia tách thành
lineage-part-of = Thuộc
lineage-ended = Kết thúc hoạt động
lineage-renamed = Đổi tên thành
lineage-formed-from = Hình thành từ

## Chỉ tiêu
indicators = Chỉ tiêu
column-indicator = Chỉ tiêu
column-target = Kế hoạch
column-actual = Thực hiện
column-progress = So kế hoạch
indicator-caption = Chỉ tiêu, { $place }, { $period }; { $as-of }
indicator-places-caption = Chỉ tiêu này ở từng đơn vị và kỳ, mới nhất trước.
indicator-places-caption-unit = Chỉ tiêu này ở từng đơn vị và kỳ, mới nhất trước. Đơn vị tính: { $unit }.
no-indicators = Chưa có chỉ tiêu nào.
no-indicators-of-component = Chưa có chỉ tiêu riêng cho thành phần này.
every-place = Từng đơn vị, từng kỳ
exceeded-by = Vượt kế hoạch { $value }
changed-by = So với đầu kỳ: { $value }
kind-increase = Càng cao càng tốt. Tiến độ = (thực hiện − đầu kỳ) ÷ (kế hoạch − đầu kỳ); không có số đầu kỳ thì lấy thực hiện ÷ kế hoạch.
kind-decrease = Càng thấp càng tốt. Tiến độ = (đầu kỳ − thực hiện) ÷ (đầu kỳ − kế hoạch); không có số đầu kỳ thì nói bằng lời, không vẽ thanh.
kind-at-least = Phải giữ từ mức kế hoạch trở lên: đạt hoặc chưa đạt.
kind-at-most = Phải giữ không quá mức kế hoạch: đạt hoặc chưa đạt.
kind-range = Phải nằm trong khoảng kế hoạch: thấp hơn, trong khoảng hoặc cao hơn.
kind-milestone = Một mốc công việc: xong, đang làm hoặc chưa bắt đầu.
kind-count-of = Đếm số đơn vị đạt trong tổng số.
kind-text = Nêu bằng lời, không có con số để tính.
no-progress-plan-missing = Không tính được tỷ lệ: kế hoạch: { $why }.
no-progress-result-missing = Không tính được tỷ lệ: số thực hiện: { $why }.
no-progress-no-plan = Nguồn không nêu kế hoạch nên không tính được tỷ lệ.
no-progress-no-result = Nguồn chưa nêu kết quả nên chưa tính được tỷ lệ.
no-progress-plan-zero = Kế hoạch bằng 0 nên không có tỷ lệ; kết quả là ngoài kế hoạch.
no-progress-above-target = Cao hơn mức kế hoạch
no-progress-at-or-below-target = Đã ở mức kế hoạch hoặc thấp hơn
no-progress-target-is-baseline = Kế hoạch bằng số đầu kỳ nên không có tỷ lệ.
no-progress-in-words = Nêu bằng lời, không có tỷ lệ.
no-progress-other-unit = Hai số khác đơn vị nên không tính tỷ lệ.

## Tiêu chí
criteria-caption = Tiêu chí, { $place }; { $as-of }
column-criteria = Tiêu chí
column-state = Tình trạng
column-value = Giá trị
rung-not-met = chưa đạt
rung-mostly-met = cơ bản đạt
rung-recognised = đạt chuẩn
rung-advanced = nâng cao
rung-model = kiểu mẫu
rung-modern = hiện đại
recognised-by = Công nhận theo { $document }
award-year = Tính cho năm { $year }

## Tên các số
measure-planned = Kế hoạch vốn
measure-assigned = Vốn giao
measure-allocated = Vốn phân bổ
measure-adjusted = Điều chỉnh
measure-carried-over = Vốn chuyển nguồn, kéo dài
measure-returned = Vốn hủy, nộp trả
measure-settled = Vốn quyết toán
measure-disbursed = Đã giải ngân
measure-work-done = Giá trị khối lượng thực hiện
measure-target = Kế hoạch
measure-baseline = Đầu kỳ
measure-actual = Thực hiện
measure-forecast = Dự kiến
measure-exceeded = Vượt kế hoạch
measure-change = Thay đổi so với đầu kỳ
measure-rate = Tỷ lệ nguồn nêu
measure-met = Đạt
measure-mostly-met = Cơ bản đạt
measure-not-met = Chưa đạt
measure-status = Mức đạt chuẩn
measure-available = Vốn được dùng
measure-progress = Tiến độ trang tính
measure-rate-counted = Tỷ lệ giải ngân trang tính
figure-title = { $what }: { $subject }; { $place }

## Nguồn gốc con số
passport-printed = Nguồn ghi
passport-as-of = Tính đến
passport-by = Cho thời điểm
passport-counted-on = Tính trên
passport-source = Nguồn
passport-original = Bài gốc
passport-version = Bản kế hoạch
passport-written = Ghi tại
passport-chosen = Số được chọn
passport-other-source = Nguồn khác nêu
passport-compared = So với
passport-checked = Đối chiếu
counted-here = Trang tính lại: { $value }
verdict-consistent = khớp với số trang tính lại ({ $counted })
verdict-mismatch = Báo cáo nêu { $stated }; tính lại từ số liệu là { $counted }.
verdict-truncated = Báo cáo nêu { $stated }, cắt bớt thay vì làm tròn; tính lại từ số liệu là { $counted }.
rule-available = Vốn được dùng = vốn giao + vốn chuyển nguồn ± điều chỉnh.
rule-share = Tỷ lệ = số đã giải ngân ÷ { $of }, làm tròn một lần, từ nửa trở lên thì lên.
rule-target-from-exceeded = Kế hoạch = thực hiện − phần vượt kế hoạch mà nguồn nêu.
rule-actual-of-target = Tiến độ = thực hiện ÷ kế hoạch.
rule-way-from-baseline = Tiến độ = quãng đường đã đi từ số đầu kỳ ÷ quãng đường đến kế hoạch.
rule-part-of-whole = Tỷ lệ = phần đạt ÷ tổng số.
rule-sum = Tổng các dòng đủ số liệu, cùng ngày.
rule-sum-of-assigned = Tổng các dòng đã được giao vốn, đủ số liệu, cùng ngày; dòng chưa giao không cộng.

## Chương trình
decision = Quyết định
years = Thời gian
lead-agency = Cơ quan chủ trì
members = Gồm các chương trình
money-by-place = Vốn theo đơn vị
money-by-place-caption = Từng đơn vị và kỳ, mới nhất trước; không cộng các đơn vị vì ngày tính và cấp khác nhau.
code = Mã
kind = Loại
programme = Chương trình
component = Thành phần
unit = Đơn vị tính
counted-on = Tính trên
share-of = Là một phần của
standard = Theo chuẩn
component-project = Dự án
component-sub-project = Tiểu dự án
component-content = Nội dung
component-theme = Chương trình chuyên đề

## Văn bản, công trình
column-number = Số, ký hiệu
column-about = Trích yếu
column-issuer = Cơ quan ban hành
column-date = Ngày
documents-caption = Văn bản, mới nhất trước.
no-documents = Chưa có văn bản nào.
where-to-read = Đọc tại
file = Tệp
used-by = Được dùng cho
used-by-none = Chưa có chương trình, kế hoạch hay bộ tiêu chí nào dẫn văn bản này.
column-work = Công trình
column-cost = Kế hoạch vốn
column-paid = Đã thanh toán
column-built = Khối lượng
works-caption = Công trình, với tiến độ khối lượng và số tiền đã thanh toán.
no-works = Chưa có công trình nào.
no-works-yet = Trang chưa có công trình nào.
work-summary = { $state }; { $as-of }.
work-where = Địa điểm
work-owner = Chủ đầu tư
work-contractor = Nhà thầu
work-supervisor = Giám sát
work-contact = Hỏi ai
work-start = Khởi công
work-finish = Hoàn thành
work-physical = Khối lượng đã làm
work-financial = Tiền đã thanh toán
work-progress-caption = Khối lượng và tiền là hai con số khác nhau; { $as-of }
work-preparation = Chuẩn bị đầu tư
work-procurement = Lựa chọn nhà thầu
work-implementation = Đang thi công
work-suspended = Tạm dừng
work-completed = Hoàn thành, bàn giao đưa vào sử dụng
work-settled = Đã quyết toán
work-cancelled = Dừng, cắt giảm
milestone-done = xong
milestone-under-way = đang làm
milestone-not-begun = chưa bắt đầu
column-what = Nội dung
column-amount = Giá trị

## Tin, báo cáo
newest = Mới nhất
year-with-count = { $year } ({ $count })
previous-page = Trang trước
next-page = Trang sau
related = Đọc thêm ở nơi khác
cite-page = { $who }, “{ $title }”, { $details }
cite-figure = { $who }, “{ $title }”: { $value }, { $details }
cite-release = bản phát hành { $release }
cite-newest = số liệu đến { $date }
embed-more = Xem đủ số liệu và nguồn: { $site }
origin-publisher = Nơi đăng
origin-title = Tiêu đề gốc
origin-author = Tác giả
origin-date = Ngày đăng
origin-licence = Điều kiện sử dụng

## Số liệu
downloads-site = Toàn bộ trang
data-by-place = Theo đơn vị
data-by-place-caption = Số liệu của từng đơn vị.
data-dictionary = Các cột trong tệp
data-dictionary-caption = Tệp CSV theo RFC 4180, dấu chấm thập phân, mã UTF-8 có BOM, dành cho máy đọc.
column-place = Đơn vị
column-period = Kỳ
column-as-of = Tính đến
column-figures = Con số
column-csv = CSV
column-json = JSON
column-name = Cột
column-meaning = Nghĩa
no-figures = Chưa có số liệu.
data-address = Địa chỉ lâu dài của con số
data-area = Mã đơn vị
data-area-name = Tên đơn vị
data-period = Năm hoặc giai đoạn
data-programme = Mã chương trình
data-component = Mã thành phần
data-capital = Loại vốn: investment (đầu tư) hoặc recurrent (sự nghiệp)
data-fund = Nguồn vốn
data-carried-from = Năm của vốn chuyển nguồn
data-indicator = Mã chỉ tiêu
data-group = Nhóm đối tượng
data-criteria-set = Mã bộ tiêu chí
data-measure = Số này đo gì
data-value = Giá trị, số thập phân chính xác; với khoảng là số thấp
data-value-high = Số cao của khoảng
data-whole = Tổng số, khi giá trị là “6 trong 10”
data-unit = Đơn vị tính
data-change = fall (giảm bằng này) hoặc rise (tăng bằng này)
data-qualifier = Từ đi kèm: over, nearly, about, under, at_least
data-standing = actual, estimate, forecast, aspired, provisional
data-state = Lý do không có số: not_assigned, not_due, no_data, not_stated, not_applicable, withheld
data-as-of = Ngày số liệu
data-by = Ngày của dự kiến hoặc thời hạn
data-printed = Lời nguồn ghi
data-source = Mã bài hoặc văn bản
data-rule = Quy tắc, với số do trang tính
data-inputs = Địa chỉ các số dùng để tính

## Cách tính
method-money-name = Tiến độ tiền
method-money = Số đã giải ngân ÷ vốn được dùng, cho từng dòng. Thanh không vượt khung; con số thì không bị cắt.
method-denominator-name = Mẫu số
method-denominator = Trang dùng mẫu số nguồn nêu. Nguồn không nêu thì lấy vốn giao cộng vốn chuyển nguồn, cộng trừ điều chỉnh; không có vốn giao thì lấy kế hoạch, rồi vốn phân bổ. Mẫu số luôn được gọi tên.
method-indicator-name = Tiến độ chỉ tiêu
method-indicator = Theo loại chỉ tiêu, ghi ở trang của từng chỉ tiêu. Thiếu số thì nói lý do bằng lời, không tính là 0.
method-standing-name = Đánh giá
method-standing = Từ 100% trở lên là đạt hoặc vượt. Chưa đến 100% thì so với phần thời gian đã qua của kỳ tính đến ngày số liệu: kém không quá { $margin } điểm phần trăm là đúng tiến độ, kém hơn nữa là chậm. Số dự kiến, phấn đấu và số không rõ ngày thì chưa đánh giá.
method-sums-name = Cộng
method-sums = Chỉ cộng khi các dòng đủ số liệu và cùng ngày. Tín dụng và vốn lồng ghép không cộng vào ngân sách. Đơn vị khác cấp không cộng với nhau. Tỷ lệ chung = tổng tử số ÷ tổng mẫu số, không lấy trung bình các tỷ lệ.
method-rounding-name = Làm tròn
method-rounding = Mỗi số tính ra chỉ làm tròn một lần, từ nửa trở lên thì lên, theo số chữ số của tỷ lệ nguồn nêu, nếu không thì một chữ số thập phân.
method-hedges-name = Trên, gần, khoảng
method-hedges = Từ đi kèm theo số vào phép tính: tỷ lệ của “trên” là “ít nhất”. Khi đối chiếu, “trên 2.791” được hiểu là từ 2.791 đến 2.792; “gần 11,5” là từ 11,4 đến 11,5; “khoảng” là một đơn vị cuối ở hai phía; “ít nhất” và “không quá” chỉ chặn một phía; số không kèm từ nào đúng đến nửa đơn vị của chữ số cuối.
method-mismatch-name = Khi không khớp
method-mismatch = Các số được đối chiếu với nhau theo những quy tắc dưới đây. Không khớp thì trang in cả hai số, kèm lý do khi người biên tập nêu, và không sửa số nào.
bar-share = Đạt 80%, đã qua 75% thời gian: đúng tiến độ
bar-behind = Đạt 50%, đã qua 75% thời gian: chậm
bar-over = Đạt 150%: thanh dừng ở mép khung, số vẫn in đủ
bar-at-least = Ít nhất 50%: phần nhạt là phần chưa chắc
bar-zero = 0%: khung trống
bar-unknown = Không tính được tỷ lệ: khung nét đứt

## Đính chính
corrections-intro = Đính chính là số đã công bố bị sai và được sửa. Mỗi lần sửa ghi ngày, nơi, chỉ tiêu, số trước, số sau, lý do và văn bản.
no-corrections = Chưa có đính chính nào.
revisions-intro = Điều chỉnh là số đúng vào ngày công bố, nay được biết rõ hơn: số sơ bộ thành số chính thức, số ước thành số quyết toán.
no-revisions = Chưa có điều chỉnh nào.
corrections-follow = Theo dõi
corrections-feed = Nguồn tin Atom
correction-change = { $before } → { $after } (bản phát hành { $release })
kind-correction = Đính chính
kind-revision = Điều chỉnh
mark-correction = đã đính chính
mark-revision = đã điều chỉnh
value-gone = không còn
history-correction = Đính chính: { $before } → { $after }
history-revision = Điều chỉnh: { $before } → { $after }
history-release = Bản phát hành { $release }: { $before } → { $after }
passport-release = Phát hành
passport-release-words = lần đầu { $first }, mới nhất { $last }
passport-release-none = chưa có trong bản { $release }

## Lần thay đổi gần nhất
changed-page-released = Thay đổi gần nhất trên trang này: bản phát hành { $release }, { $date }
changed-page-corrected = Thay đổi gần nhất trên trang này: đính chính { $date }
changed-page-revised = Thay đổi gần nhất trên trang này: điều chỉnh { $date }
changed-page-newest = Ngày mới nhất nêu trên trang này: { $date }
changed-site-released = Thay đổi gần nhất về số liệu của trang web: bản phát hành { $release }, { $date }
changed-site-corrected = Thay đổi gần nhất về số liệu của trang web: đính chính { $date }
changed-site-revised = Thay đổi gần nhất về số liệu của trang web: điều chỉnh { $date }
changed-site-newest = Số liệu mới nhất của trang web: { $date }
changed-published = Đăng ngày { $date }

## Nêu bằng lời
statements = Nêu bằng lời
statements-caption = Mục tiêu, kết quả và thời hạn nêu bằng lời, { $place }, { $period }; { $as-of }
column-subject = Nội dung
column-statement = Nguồn nêu
standing-met-meaning = Từ 100% kế hoạch trở lên.
standing-on-track-meaning = Chưa đến 100%, nhưng không kém phần thời gian đã qua quá mức cho phép.
standing-behind-meaning = Kém phần thời gian đã qua hơn mức cho phép.
standing-not-assessed-meaning = Thiếu kế hoạch, kết quả hoặc ngày; hoặc chỉ là số dự kiến.

## Không khớp
found-used = Số này được dùng trong một phép đối chiếu không khớp: { $what }
found-in-row = Có số ở dòng này được dùng trong một phép đối chiếu không khớp; xem nguồn gốc con số.
found-more = và { $count } số khác
found-from-to = { $low } đến { $high }
found-parts-above = Tổng được nêu là { $stated }; các phần cộng lại là { $counted }, lớn hơn tổng.
found-parts-below = Tổng được nêu là { $stated }; các phần đã đủ mà cộng lại chỉ là { $counted }.
found-rate-between = Tỷ lệ chung được nêu là { $stated }; tỷ lệ của các phần chỉ từ { $counted }.
found-plan-sum = Kế hoạch được nêu là { $stated }; vốn giao, vốn chuyển nguồn và điều chỉnh cộng lại là { $counted }.
found-criteria-of-set = Được nêu là { $stated }; bộ tiêu chí này có { $counted } tiêu chí.
found-criteria-sum = Số tiêu chí đạt, cơ bản đạt và chưa đạt cộng lại là { $counted }; bộ tiêu chí có { $size }.
found-criteria-states = Được nêu là { $stated }; đếm từng tiêu chí là { $counted }.
found-available = Đã giải ngân được nêu là { $stated }; số vốn có là { $counted }.
found-change = Thay đổi được nêu là { $stated }; so kết quả với số đầu kỳ là { $counted }.
found-exceeded = Vượt kế hoạch được nêu là { $stated }; so kết quả với kế hoạch là { $counted }.
found-day = { $stated } được ghi là tính đến { $day }, nhưng nguồn ra ngày { $published }.
found-series = Số cộng dồn là { $stated }, thấp hơn { $counted } của { $before }.
found-jump-above = { $stated } lớn gấp khoảng một nghìn lần { $counted }.
found-jump-below = { $stated } chỉ bằng khoảng một phần nghìn của { $counted }.
explain-transposed = Có thể hai chữ số bị đảo: { $was } lẽ ra là { $is }.
explain-slipped = Có thể các chữ số bị xô lệch khi gõ: { $was } lẽ ra là { $is }.
explain-digit = Có thể một chữ số bị gõ nhầm: { $was } lẽ ra là { $is }.
explain-factor = Có thể nhầm dấu phân cách hoặc đơn vị: { $was } lẽ ra là { $is }.
explain-denominator = Có thể tỷ lệ được tính trên số khác: { $meant }.
explain-with-carried-over = Có thể nguồn tính cả vốn chuyển nguồn: { $meant }.
explain-other-whole = Có thể nguồn tính trên phạm vi khác: { $meant }.
explain-older-plan = Có thể nguồn tính trên kế hoạch cũ: { $meant }.
explain-other-line = Có thể { $was } bị lấy nhầm; số của dòng khác là { $meant }.
explain-left-out = Có thể tổng bỏ sót { $meant }.
explain-counted-twice = Có thể tổng cộng hai lần { $meant }.
explain-counted-too = Có thể tổng cộng cả khoản không thuộc nó: { $meant }.
explain-direction = Có thể tăng và giảm bị ghi ngược: { $was }.

## Các phép đối chiếu
check-rate-name = Tỷ lệ và số liệu
check-rate = Tỷ lệ nguồn nêu được tính lại cho từng ngày số liệu: đã giải ngân ÷ đúng mẫu số nguồn nêu, hoặc thực hiện ÷ chỉ tiêu. Số bị cắt bớt thay vì làm tròn được nói riêng. Nguồn không nêu mẫu số thì không đối chiếu.
check-parts-name = Các phần và tổng
check-parts = Dự án thành phần, nguồn vốn, vốn đầu tư và vốn sự nghiệp, các chương trình của một nhóm, các đơn vị trực thuộc cùng cấp cộng lại không được lớn hơn tổng; chỉ khi biết chắc đã đủ các phần thì mới được coi là nhỏ hơn. Không cộng tín dụng và vốn lồng ghép, không so số khác ngày.
check-rate-between-name = Tỷ lệ chung
check-rate-between = Khi đã đủ các phần, tỷ lệ chung phải nằm giữa tỷ lệ thấp nhất và cao nhất của các phần, cùng mẫu số.
check-plan-sum-name = Kế hoạch vốn
check-plan-sum = Kế hoạch = vốn giao + vốn chuyển nguồn ± điều chỉnh, khi một dòng nêu đủ các số này cho cùng một ngày.
check-available-name = Giải ngân và vốn có
check-available = Số đã giải ngân không lớn hơn số vốn có, tính theo mức cao nhất trong vốn giao cộng chuyển nguồn, kế hoạch và phân bổ.
check-criteria-of-set-name = Số tiêu chí của bộ
check-criteria-of-set = Số tiêu chí đạt, cơ bản đạt hoặc chưa đạt không lớn hơn số tiêu chí của bộ.
check-criteria-sum-name = Cộng các tiêu chí
check-criteria-sum = Đạt, cơ bản đạt và chưa đạt cộng lại là cả bộ tiêu chí.
check-criteria-states-name = Từng tiêu chí
check-criteria-states = Số tiêu chí nêu chung phải bằng số đếm được từ từng tiêu chí; khi chỉ nêu tên một số tiêu chí thì không được ít hơn.
check-change-name = Thay đổi so với đầu kỳ
check-change = Kết quả trừ số đầu kỳ phải là mức thay đổi nguồn nêu, đúng cả chiều tăng hay giảm.
check-exceeded-name = Vượt kế hoạch
check-exceeded = Kết quả trừ kế hoạch phải là mức vượt nguồn nêu; với chỉ tiêu càng thấp càng tốt thì ngược lại.
check-day-name = Ngày số liệu
check-day = Kết quả không thể tính đến một ngày sau ngày nguồn đăng; số dự kiến, ước tính và kế hoạch không kể.
check-series-name = Số cộng dồn
check-series = Số đã giải ngân, khối lượng thực hiện, quyết toán và số đơn vị đạt của một dòng không giảm ở ngày sau.
check-jump-name = Gấp nghìn lần
check-jump = Số lớn gấp hay nhỏ bằng khoảng một nghìn lần số của ngày trước, năm trước hoặc so với kế hoạch thường là nhầm đơn vị hay dấu phân cách.
check-pair-name = Phần và tổng số
check-pair = Trong “6/10”, số trước không được lớn hơn số sau; nếu lớn hơn thì trang không được xuất bản.

## Tìm kiếm
search-summary = Tìm theo tên trong { $count }, hoặc xem danh sách theo chữ cái bên dưới.
letter-summary = Chữ { $letter }: { $count }.
count-things = { $count } mục
reports-by-year = Tin, báo cáo theo năm
found-document = Văn bản
found-report = Tin
found-page = Trang

## Bộ thông báo
title-kit = Thông báo: { $place }, { $period }
download-kit = Bộ thông báo { $period } (tờ A4, loa, Zalo, SMS)
kit-page = Trang đầy đủ của { $period }
kit-answer = Trong { $lines } của { $place }, { $period }: { $good } đạt hoặc đúng tiến độ, { $late } chậm, { $open } chưa đánh giá được.
kit-lines = { $count } mục
kit-more = Còn { $count } mục nữa trên trang.
kit-loudspeaker = Bài đọc trên loa
kit-zalo = Bài gửi Zalo
kit-sms = Tin nhắn SMS không dấu
kit-words = { $count } tiếng
kit-letters = { $count } ký tự
kit-letters-of = { $count }/{ $most } ký tự
kit-plan = vốn { $value }
kit-done = đã giải ngân { $value }
kit-rate = đạt { $value }
kit-target = kế hoạch { $value }
kit-actual = thực hiện { $value }
kit-progress = tiến độ { $value }
kit-missing = { $what }: { $value }
kit-greeting = Kính thưa bà con! { $body } xin thông báo. { $title }.
kit-call = Bà con thấy số nào chưa đúng hoặc cần hỏi thêm, xin gọi số điện thoại { $phone }.
kit-posted = Bảng số được niêm yết để bà con cùng xem và kiểm tra.
kit-posted-and-online = Bảng số được niêm yết và đăng trên mạng để bà con cùng xem và kiểm tra; quét mã trên tờ niêm yết để mở trang.
kit-thanks = Xin cảm ơn bà con đã lắng nghe.
kit-look = Xem đủ số và nguồn: { $address }
kit-ask = Hỏi hoặc báo sai sót: { $phone }
sms-money = { $place }{ $date }: giải ngân { $done } trong { $whole }, đạt { $rate }{ $scope }.
sms-rate = { $place }{ $date }: giải ngân { $rate }{ $scope }.
sms-figures = { $place }: { $figures }.
sms-none = { $place }: giải ngân { $value }.
sms-date = { " " }đến { $date }
sms-standings = { $good } mục đạt hoặc đúng tiến độ, { $late } chậm, { $open } chưa đánh giá.
sms-ask = Hỏi { $phone }.
