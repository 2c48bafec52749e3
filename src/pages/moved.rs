//! Addresses that lie elsewhere now: what `[redirects]` says, held against the pages there are and the addresses releases
//! have published.
//!
//! One line moves an address and everything below it. Each address that was published gets a page of its own at its old
//! place, which works on every host and from a stick.
//! Invariant: an address that was published leads to a page, in one step, or that is a problem.
//!
//! May use: diag, history.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::key::KeyMaker;
use super::route::{Folder, Names};
use super::views;
use super::{Here, PageKind, PagePlan, Site, frame};
use crate::diag::{At, Checked, Code, Place, Problem, Said, Severity, nearest};
use crate::history::addresses::{Address, is_dir};

/// Every problem this room can notice about addresses that were.
pub const CODES: &[&Code] = &[&VANISHED, &UNREADABLE, &TAKEN, &NOWHERE, &CHAIN];

static VANISHED: Code = Code { number: "MB1310", name: "published-address-vanished" };
static UNREADABLE: Code = Code { number: "MB1311", name: "redirect-unreadable" };
static TAKEN: Code = Code { number: "MB1312", name: "redirect-address-taken" };
static NOWHERE: Code = Code { number: "MB1313", name: "redirect-to-nowhere" };
static CHAIN: Code = Code { number: "MB1314", name: "redirect-in-steps" };

/// So many addresses that are gone are told in one run.
const TOLD: usize = 100;

/// An address that leads elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The old address, a folder of the site.
    pub from: String,
    /// The page it leads to.
    pub to: String,
    /// Which page that is.
    pub kind: PageKind,
    /// In which language.
    pub lang: usize,
}

/// Whether a page has an address people keep: lists in pieces, feeds, framed pages and the
/// page for lost addresses come and go.
pub fn is_kept(kind: PageKind) -> bool {
    match kind {
        PageKind::Archive(_, number) => number == 1,
        PageKind::Search(letter, _) => letter.is_none(),
        PageKind::NotFound | PageKind::Feed(_) | PageKind::CorrectionsFeed | PageKind::Moved(_) | PageKind::Embed(_) => false,
        _ => true,
    }
}

/// Every address that leads elsewhere, in order.
pub fn resolve(site: &Site<'_>, pages: &[PagePlan]) -> Checked<Vec<Moved>> {
    let there: HashMap<&str, &PagePlan> = pages.iter().filter(|page| page.path.ends_with("index.html")).map(|page| (page.dir.as_str(), page)).collect();
    let mut problems = Vec::new();
    let rules = rules(site, &there, &mut problems);
    let mut all: BTreeMap<&str, &str> = rules.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
    let mut gone: Vec<&Address> = Vec::new();
    let mut below: Vec<(&str, String)> = Vec::new();
    for address in site.history.addresses.iter().filter(|address| !there.contains_key(address.dir.as_str()) && !rules.contains_key(&address.dir)) {
        match above(&address.dir).find_map(|folder| rules.get(folder).map(|to| (to, &address.dir[folder.len()..]))) {
            Some((to, rest)) => below.push((&address.dir, format!("{to}{rest}"))),
            None => gone.push(address),
        }
    }
    for (from, to) in &below {
        // What has no counterpart below the new address leads to that address itself.
        let to = std::iter::once(to.as_str()).chain(above(to)).find(|to| there.contains_key(to));
        all.extend(to.map(|to| (*from, to)));
    }
    let folders: HashSet<&str> = gone.iter().map(|address| address.dir.as_str()).collect();
    let first = gone.into_iter().filter(|address| !above(&address.dir).any(|folder| folders.contains(folder)));
    problems.extend(first.take(TOLD).map(|address| vanished(site, address, &there)));
    let moved =
        all.into_iter().filter_map(|(from, to)| there.get(to).map(|page| Moved { from: from.to_owned(), to: to.to_owned(), kind: page.kind, lang: page.lang }));
    Checked { value: moved.collect(), problems }
}

/// The pages at the old addresses.
pub fn plan(moved: &[Moved], pages: &[PagePlan], shared: [u8; 16]) -> Vec<PagePlan> {
    if moved.is_empty() {
        return Vec::new();
    }
    let keys: HashMap<&str, [u8; 16]> = pages.iter().filter(|page| page.path.ends_with("index.html")).map(|page| (page.dir.as_str(), page.key)).collect();
    let page = |(at, moved): (usize, &Moved)| {
        let key = KeyMaker::new(&shared).with(b"moved").with(moved.from.as_bytes()).with(moved.to.as_bytes());
        let key = key.with(&keys.get(moved.to.as_str()).copied().unwrap_or_default());
        PagePlan { kind: PageKind::Moved(at as u32), lang: moved.lang, dir: moved.from.clone(), path: format!("{}index.html", moved.from), key: key.finish() }
    };
    moved.iter().enumerate().map(page).collect()
}

/// The page at an old address.
pub fn page(here: &Here<'_>, at: u32) -> views::Moved {
    let moved = &here.site.moved[at as usize];
    views::Moved { target: here.link(&moved.to, frame::title_of(here, moved.kind)) }
}

/// The folders above a folder, the nearest first.
fn above(dir: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(parent(dir), |&dir| parent(dir))
}

fn parent(dir: &str) -> Option<&str> {
    dir.trim_end_matches('/').rfind('/').map(|at| &dir[..=at])
}

/// What is typed in `[redirects]` as a folder of the site.
fn dir(typed: &str) -> Option<String> {
    let typed = typed.trim_start_matches('/');
    let typed = typed.strip_suffix("index.html").unwrap_or(typed);
    let dir = if typed.is_empty() || typed.ends_with('/') { typed.to_owned() } else { format!("{typed}/") };
    (dir.is_empty() || is_dir(&dir)).then_some(dir)
}

/// The lines of `[redirects]` that can be followed: old address and page.
fn rules(site: &Site<'_>, there: &HashMap<&str, &PagePlan>, problems: &mut Vec<Problem>) -> BTreeMap<String, String> {
    let mut read: BTreeMap<String, (String, &At<String>)> = BTreeMap::new();
    for (from, to) in &site.config.redirects {
        let (Some(old), Some(new)) = (dir(&from.value), dir(&to.value)) else {
            let wrong = if dir(&from.value).is_none() { from } else { to };
            problems.push(unreadable(wrong, site.config.base_url.as_deref()));
            continue;
        };
        if there.contains_key(old.as_str()) || read.contains_key(&old) {
            problems.push(taken(from, there.contains_key(old.as_str())));
            continue;
        }
        read.insert(old, (new, to));
    }
    let mut rules = BTreeMap::new();
    for (old, (new, to)) in &read {
        if there.contains_key(new.as_str()) {
            rules.insert(old.clone(), new.clone());
            continue;
        }
        let mut seen = HashSet::from([old.as_str()]);
        let mut end = new.as_str();
        while let Some((next, _)) = read.get(end) {
            if !seen.insert(end) {
                break;
            }
            end = next;
        }
        if seen.contains(end) {
            problems.push(circle(to, old));
        } else if !read.contains_key(new) {
            problems.push(nowhere(to, there));
        } else if there.contains_key(end) {
            problems.push(in_steps(to, end));
        }
        // A chain that ends nowhere is told of where it ends.
    }
    // Who frames a place, an indicator or a programme goes on framing it under its new name.
    let framed = |old: &str, new: &str| {
        let of = |dir: &str, names: &Names| {
            let frames = names.folder(Folder::Embed);
            let below = [Folder::Indicators, Folder::Programmes].map(|folder| (names.folder(folder), format!("{frames}{}/", names.word(folder))));
            let mut all = below.into_iter().chain([(names.folder(Folder::Areas), frames)]);
            all.find_map(|(folder, frames)| dir.strip_prefix(&folder).map(|rest| format!("{frames}{rest}")))
        };
        site.names.iter().find_map(|names| Some((of(old, names)?, of(new, names)?)))
    };
    let framed: Vec<(String, String)> = rules.iter().filter_map(|(old, new): (&String, &String)| framed(old, new)).collect();
    for (old, new) in framed.into_iter().filter(|(old, new)| there.contains_key(new.as_str()) && !there.contains_key(old.as_str())) {
        rules.entry(old).or_insert(new);
    }
    rules
}

fn error(code: &'static Code, place: Place, what: Said, why: Said, fix: Said) -> Problem {
    Problem { code, severity: Severity::Error, place: Some(place), what, why, fix }
}

fn at(typed: &At<String>) -> Place {
    Place::at(&"site.toml".into(), typed.spot)
}

/// A published address that leads nowhere any more.
fn vanished(site: &Site<'_>, address: &Address, there: &HashMap<&str, &PagePlan>) -> Problem {
    let known: HashSet<&str> = site.history.addresses.iter().map(|address| address.dir.as_str()).collect();
    let parent = above(&address.dir).next().unwrap_or("");
    // A new name is most likely one that lies beside the old one and was never published.
    let beside = |dir: &&&str| above(dir).next().unwrap_or("") == parent && !known.contains(**dir);
    let mut beside: Vec<&str> = there.keys().filter(beside).copied().collect();
    beside.sort_unstable();
    let near = nearest::nearest(&address.dir, beside.iter().copied()).or(if let [only] = beside[..] { Some(only) } else { None });
    let to = near.map_or_else(|| Said::new("địa-chỉ-mới/", "new-address/"), |near| Said::new(near, near));
    let dir = &address.dir;
    error(
        &VANISHED,
        address.place(),
        Said::new(
            format!("Địa chỉ đã công bố nay không còn: {dir} (bản phát hành {}).", address.release),
            format!("A published address is gone: {dir} (release {}).", address.release),
        ),
        Said::new("liên kết của người dân và báo chí đến trang này sẽ gãy.", "links of readers and of the press to this page would break."),
        Said::new(
            format!("đổi tên là nhầm thì lấy lại tên cũ; không thì thêm vào site.toml, dưới một dòng [redirects]: \"{dir}\" = \"{}\"", to.vi),
            format!("if the new name is a mistake, take the old one back; else add to site.toml, below a line [redirects]: \"{dir}\" = \"{}\"", to.en),
        ),
    )
    // Two that are like it could both be meant.
    .likely_if(dir, near.filter(|near| nearest::nearest(dir, beside.iter().copied().filter(|other| other != near)).is_none()))
}

/// What is no address of the site.
fn unreadable(typed: &At<String>, base: Option<&str>) -> Problem {
    let own = base.and_then(|base| typed.value.strip_prefix(base)).filter(|rest| dir(rest).is_some());
    // As addresses are made from names: without accents, in lower case, with hyphens.
    let plain: String = nearest::fold(&typed.value).chars().map(|c| if c.is_whitespace() || c == '_' { '-' } else { c }).collect();
    let meant = own.or_else(|| dir(&plain).map(|_| plain.as_str()));
    error(
        &UNREADABLE,
        at(typed),
        Said::new(format!("“{}” không phải địa chỉ một trang của mình.", typed.value), format!("“{}” is no address of a page of this site.", typed.value)),
        Said::new("chỉ chuyển được từ trang này sang trang kia trong cùng một trang web.", "an address can only lead to another page of the same site."),
        match own {
            Some(rest) => Said::new(format!("viết phần sau tên miền: \"{rest}\""), format!("write what stands behind the domain: \"{rest}\"")),
            None => Said::new(
                "viết phần sau tên miền, chẳng hạn \"don-vi/nam-nhun/\"; không dấu, không dấu cách.",
                "write what stands behind the domain, such as \"don-vi/nam-nhun/\"; without accents and spaces.",
            ),
        },
    )
    .likely_if(&typed.value, meant)
}

/// An old address at which something lies.
fn taken(from: &At<String>, by_page: bool) -> Problem {
    let by = match by_page {
        true => Said::new("ở đó đang có một trang", "there is a page"),
        false => Said::new("địa chỉ ấy đã có một dòng khác", "another line moves it too"),
    };
    error(
        &TAKEN,
        at(from),
        Said::new(format!("Không chuyển được địa chỉ {}: {}.", from.value, by.vi), format!("The address {} cannot be moved: {}.", from.value, by.en)),
        Said::new("mỗi địa chỉ chỉ dẫn đến một nơi.", "an address leads to one place only."),
        Said::new("xóa dòng này, hoặc đổi tên trang đang nằm ở đó.", "delete this line, or rename the page that lies there."),
    )
}

/// A new address without a page.
fn nowhere(to: &At<String>, there: &HashMap<&str, &PagePlan>) -> Problem {
    let mut all: Vec<&str> = there.keys().copied().collect();
    all.sort_unstable();
    let near = dir(&to.value).and_then(|dir| nearest::nearest(&dir, all.iter().copied()));
    error(
        &NOWHERE,
        at(to),
        Said::new(format!("Không có trang nào ở địa chỉ {}.", to.value), format!("There is no page at the address {}.", to.value)),
        Said::new("người đọc được chuyển đến một trang không có.", "readers would be sent to a page that does not exist."),
        match near {
            Some(near) => Said::new(format!("có phải \"{near}\"?"), format!("did you mean \"{near}\"?")),
            None => Said::new("viết địa chỉ của một trang đang có.", "write the address of a page there is."),
        },
    )
    .meant_if(&to.value, dir(&to.value).and_then(|dir| nearest::only(&dir, all.iter().copied())))
}

/// A new address that is moved itself.
fn in_steps(to: &At<String>, end: &str) -> Problem {
    error(
        &CHAIN,
        at(to),
        Said::new(format!("Địa chỉ {} cũng đã chuyển đi nơi khác.", to.value), format!("The address {} is moved itself.", to.value)),
        Said::new("mỗi lần chuyển là một lần chờ, và máy tìm kiếm bỏ dở giữa đường.", "every step is a wait, and search engines give up on the way."),
        Said::new(format!("chuyển thẳng: \"{end}\""), format!("lead straight there: \"{end}\"")),
    )
    .meant(&to.value, end)
}

/// Addresses that lead to each other.
fn circle(to: &At<String>, from: &str) -> Problem {
    error(
        &CHAIN,
        at(to),
        Said::new(format!("Địa chỉ {from} chuyển vòng tròn, không đến trang nào."), format!("The address {from} leads round in a circle, to no page.")),
        Said::new("trình duyệt báo lỗi và người đọc không xem được gì.", "browsers give up, and readers see nothing."),
        Said::new("viết ở đây địa chỉ của trang đang có.", "write the address of a page there is."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_people_type_it() {
        for (typed, wanted) in [
            ("don-vi/a/", Some("don-vi/a/")),
            ("/don-vi/a", Some("don-vi/a/")),
            ("/don-vi/a/index.html", Some("don-vi/a/")),
            ("/", Some("")),
            ("https://a.example/b/", None),
            ("don-vi/../b/", None),
            ("đơn-vị/a/", None),
            ("a//b", None),
            ("search.js", None),
        ] {
            assert_eq!(dir(typed).as_deref(), wanted, "{typed}");
        }
        assert_eq!(above("a/b/c/").collect::<Vec<_>>(), ["a/b/", "a/"]);
        assert_eq!(above("a/").count(), 0);
    }
}
