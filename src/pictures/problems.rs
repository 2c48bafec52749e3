//! The words for pictures that cannot be published as they are.
//!
//! May use: diag.

use std::sync::Arc;

use super::Unfit;
use crate::diag::{Code, Place, Problem, Said, Severity};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[&PICTURE_UNFIT, &PICTURE_TOO_LARGE, &PICTURE_BROKEN];

static PICTURE_UNFIT: Code = Code { number: "MB0505", name: "picture-unfit" };
static PICTURE_TOO_LARGE: Code = Code { number: "MB0506", name: "picture-too-large" };
static PICTURE_BROKEN: Code = Code { number: "MB0507", name: "picture-broken" };

/// A picture that cannot be drawn anew.
pub fn unfit(file: &Arc<str>, why: &Unfit) -> Problem {
    let hidden = || {
        Said::new(
            "máy phải vẽ lại ảnh để thu nhỏ và bỏ nơi chụp mà máy ảnh ghi kèm.",
            "pictures are drawn anew, to be light and to lose the place a camera wrote into them.",
        )
    };
    let save_as = || {
        Said::new(
            "mở ảnh trên máy tính hoặc điện thoại, lưu lại thành JPEG hoặc PNG rồi thay tệp này.",
            "open the picture on a computer or telephone, save it as JPEG or PNG, and put that in place of this file.",
        )
    };
    let (code, what, why, fix) = match why {
        Unfit::Heic => (
            &PICTURE_UNFIT,
            Said::new("Tệp này là ảnh HEIC của điện thoại.", "This file is a HEIC picture from a telephone."),
            Said::new("phần lớn trình duyệt không hiện được ảnh HEIC.", "most browsers cannot show HEIC."),
            Said::new(
                "trên iPhone chọn Cài đặt, Camera, Định dạng, Tương thích nhất rồi chụp lại; hoặc gửi ảnh qua thư điện tử, ảnh sẽ thành JPEG.",
                "on an iPhone choose Settings, Camera, Formats, Most Compatible; or send the picture by mail, which makes it a JPEG.",
            ),
        ),
        Unfit::Avif => (&PICTURE_UNFIT, Said::new("Tệp này là ảnh AVIF.", "This file is an AVIF picture."), hidden(), save_as()),
        Unfit::Unknown => (
            &PICTURE_UNFIT,
            Said::new("Tệp này không phải là ảnh, dù tên tệp nói là ảnh.", "This file is no picture, although its name says so."),
            hidden(),
            save_as(),
        ),
        Unfit::TooLarge { width, height } => (
            &PICTURE_TOO_LARGE,
            Said::new(format!("Ảnh này rộng {width} và cao {height} điểm ảnh."), format!("This picture is {width} dots wide and {height} high.")),
            Said::new(
                "máy chỉ vẽ lại ảnh tới 60 triệu điểm, để một ảnh nhầm không làm đầy bộ nhớ.",
                "pictures of up to 60 million dots are drawn, so that one mistake cannot fill the memory.",
            ),
            Said::new("thu nhỏ ảnh còn khoảng 2.000 điểm chiều rộng.", "make the picture smaller, to about 2,000 dots of width."),
        ),
        Unfit::Broken => (
            &PICTURE_BROKEN,
            Said::new("Ảnh này bị hỏng hoặc chưa được chép hết.", "This picture is damaged, or not all of it was copied."),
            Said::new("người đọc sẽ chỉ thấy một nửa ảnh hoặc không thấy gì.", "readers would see half of it, or nothing."),
            Said::new("chép lại ảnh từ máy ảnh hoặc điện thoại.", "copy the picture again from the camera or telephone."),
        ),
    };
    Problem { code, severity: Severity::Error, place: Some(Place::whole(file)), what, why, fix }
}
