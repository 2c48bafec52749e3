//! `serve`: the site in a browser while it is written; with `--edit` it can be edited there. `minhbach` alone in the folder
//! of a site is `serve --open`.
//!
//! May use: diag, serve; crates clap, open.

use clap::{ArgMatches, Command};

use super::words::Words;
use super::{SOUND, no_folder, say, site, tongue};
use crate::diag::{Failure, Tongue, any_fault};
use crate::serve::{self, News, Wish};

/// `serve`.
pub fn command(words: &Words) -> Command {
    let port = clap::value_parser!(u16);
    words
        .command("serve", "xem", "Xem, và sửa với --edit, trang trong trình duyệt", "See the site in a browser; --edit edits it")
        .arg(words.flag(
            "edit",
            "Sửa được số liệu và bài viết trong trình duyệt, chỉ trên máy này",
            "Edit figures and texts in the browser, on this machine only",
        ))
        .arg(words.flag("open", "Mở luôn trong trình duyệt", "Open it in the browser"))
        .arg(
            words
                .value("port", ("SỐ", "NUMBER"), "Cổng (mặc định: cổng trống đầu tiên từ 4000)", "Port (default: the first free one from 4000)")
                .value_parser(port),
        )
        .arg(words.flag("lan", "Cho máy khác trong mạng cùng xem", "Let other machines of the network see it too"))
}

/// Shows the site until it is stopped.
pub fn run(all: &ArgMatches, sub: &ArgMatches, asked: Tongue) -> Result<u8, Failure> {
    let port = sub.get_one::<u16>("port").copied();
    let wish = Wish { port, lan: sub.get_flag("lan"), edit: sub.get_flag("edit"), open: sub.get_flag("open"), ..wish(all) };
    show(&wish, false, asked)
}

/// Shows the site in the browser to somebody who typed nothing but the name of the program, or clicked on it.
pub fn alone(all: &ArgMatches, asked: Tongue) -> Result<u8, Failure> {
    show(&Wish { open: true, ..wish(all) }, true, asked)
}

fn wish(all: &ArgMatches) -> Wish {
    Wish { root: site(all), port: None, lan: false, edit: false, open: false, tongue: all.get_one::<String>("lang").and_then(|lang| tongue(lang)) }
}

fn show(wish: &Wish, alone: bool, asked: Tongue) -> Result<u8, Failure> {
    if !wish.root.is_dir() {
        return Err(no_folder(&wish.root));
    }
    serve::run(wish, asked, &|news, tongue| match news {
        News::Looked(problems) => {
            say::problems(&problems.iter().filter(|problem| problem.severity == crate::diag::Severity::Error).cloned().collect::<Vec<_>>(), &wish.root, tongue);
            if any_fault(problems) {
                say::line(&format!("{} {}", say::mark(!crate::diag::any_error(problems)), say::tally(problems, tongue)));
            }
        }
        News::Failed(failure) => say::failure(failure, tongue),
        News::Ready { site, edit, open } => {
            ready(site, edit.as_deref(), wish.lan, tongue);
            if alone {
                say::line(if tongue == Tongue::Vi {
                    "Đừng đóng cửa sổ này: đóng là trang xem trước dừng."
                } else {
                    "Do not close this window: closing it ends the preview."
                });
            }
            if let Some(Err(error)) = open.as_ref().map(open::that_detached) {
                say::note(&not_opened(&error, tongue));
            }
        }
    })?;
    Ok(SOUND)
}

/// Nothing is lost by it: the address stands above.
fn not_opened(error: &std::io::Error, tongue: Tongue) -> String {
    match tongue {
        Tongue::Vi => format!("Không mở được trình duyệt: {error}. Bạn tự mở địa chỉ ở trên."),
        Tongue::En => format!("The browser could not be opened: {error}. Open the address above yourself."),
    }
}

fn ready(site: &str, edit: Option<&str>, lan: bool, tongue: Tongue) {
    let vi = tongue == Tongue::Vi;
    let lines = [
        Some(if vi { format!("Xem trang ở:  {site}") } else { format!("The site:    {site}") }),
        edit.map(|edit| if vi { format!("Sửa trang ở:  {edit}") } else { format!("The editor:  {edit}") }),
        edit.map(|_| {
            let words = if vi {
                "Địa chỉ sửa có mã riêng, chỉ mở được trên máy này: đừng gửi cho ai."
            } else {
                "The editor's address holds a secret and opens on this machine only: send it to nobody."
            };
            format!("  {words}")
        }),
        lan.then(|| {
            let words =
                if vi { "Máy khác trong mạng cũng xem được trang (--lan)." } else { "Other machines of the network can see the site too (--lan)." };
            format!("  {words}")
        }),
        Some(if vi { "Lưu tệp là trang tự cập nhật. Dừng: Ctrl+C." } else { "Save a file and the page follows. Stop with Ctrl+C." }.to_owned()),
    ];
    lines.into_iter().flatten().for_each(|line| say::line(&line));
}
