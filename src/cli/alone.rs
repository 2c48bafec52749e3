//! `minhbach` without a command: the preview in the folder of a site, and how to begin in any other.
//!
//! Invariant: somebody who clicked on the program reads what it said before its window goes.
//!
//! May use: diag; crates clap.

use std::io::IsTerminal;

use clap::ArgMatches;

use super::{MACHINE, SOUND, no_folder, say, serve, site};
use crate::diag::{Failure, Tongue};

/// Opens the preview, or says how to begin.
pub fn run(all: &ArgMatches, tongue: Tongue) -> Result<u8, Failure> {
    let folder = site(all);
    let mut ended = if !folder.is_dir() {
        Err(no_folder(&folder))
    } else if folder.join("site.toml").exists() {
        serve::alone(all, tongue)
    } else {
        say::line(beginning(tongue));
        Ok(SOUND)
    };
    if cfg!(windows) && std::io::stdin().is_terminal() && is_own_window(|name| std::env::var(name).ok()) {
        if let Err(failure) = &ended {
            say::failure(failure, tongue);
            ended = Ok(MACHINE);
        }
        say::line(if tongue == Tongue::Vi { "Nhấn Enter để đóng cửa sổ này." } else { "Press Enter to close this window." });
        let _ = std::io::stdin().read_line(&mut String::new());
    }
    ended
}

fn beginning(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Vi => {
            "Thư mục này chưa có trang nào: không thấy tệp site.toml.\n\n  Làm trang mới:       minhbach new site\n  Trang ở nơi khác:    minhbach --site THƯ MỤC\n  Mọi lệnh:            minhbach --help\n\nBấm đúp vào minhbach.exe đặt cạnh site.toml là trang mở trong trình duyệt."
        }
        Tongue::En => {
            "There is no site in this folder: it has no file site.toml.\n\n  A new site:          minhbach new site\n  A site elsewhere:    minhbach --site FOLDER\n  All commands:        minhbach --help\n\nPut minhbach.exe beside site.toml, and a double click opens the site in the browser."
        }
    }
}

/// Whether the window was opened for the program alone, by a double click. Windows tells that only through calls that are not
/// safe; but every shell leaves something in what it starts a program with, and Explorer leaves none of it. In doubt the
/// window waits, which costs a key.
fn is_own_window(variable: impl Fn(&str) -> Option<String>) -> bool {
    // cmd.exe, Git Bash and its kin, VS Code, Windows Terminal.
    let of_a_shell = ["PROMPT", "SHELL", "MSYSTEM", "TERM_PROGRAM", "WT_SESSION"];
    // PowerShell puts a folder of its user before those of the machine.
    let of_powershell = |folders: String| {
        let own = variable("USERPROFILE").unwrap_or_default();
        !own.is_empty() && folders.to_lowercase().contains(&own.to_lowercase())
    };
    of_a_shell.iter().all(|name| variable(name).is_none()) && !variable("PSModulePath").is_some_and(of_powershell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_its_own_where_no_shell_left_a_trace() {
        let check = |set: &[(&str, &str)], own: bool| {
            let found = |name: &str| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
            assert_eq!(is_own_window(found), own, "{set:?}");
        };
        let machine = ("PSModulePath", r"C:\Program Files\WindowsPowerShell\Modules;C:\Windows\system32\WindowsPowerShell\v1.0\Modules");
        let home = ("USERPROFILE", r"C:\Users\Lò Thị Ánh");
        check(&[machine, home], true);
        check(&[machine, home, ("PROMPT", "$P$G")], false);
        check(&[machine, home, ("WT_SESSION", "1")], false);
        check(&[home, ("PSModulePath", r"C:\Users\lò thị ánh\Documents\WindowsPowerShell\Modules;C:\Windows")], false);
    }
}
