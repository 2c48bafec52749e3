home = Trang chủ
đơn vị = Đơn vị
