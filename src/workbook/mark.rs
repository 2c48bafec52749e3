//! A copy of somebody's workbook in which the wrong cells are red and say why.
//!
//! Invariant: nothing else in the copy changes: other cells, formulas, looks and sheets stay byte for byte.
//!
//! May use: nothing.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::xml::{Piece, attribute, each, escaped};
use super::zipped::Parts;
use super::{Sheet, Spot};

/// A cell to be marked and what is said beside it.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Where.
    pub spot: Spot,
    /// What is said.
    pub words: String,
}

/// Marks cells of one sheet; `None` where the file is built in a way nobody has seen.
pub fn marked(bytes: &[u8], sheet: &Sheet, marks: &[Mark]) -> Option<Vec<u8>> {
    let mut parts = Parts::of(bytes).ok()?;
    let mut by_spot: BTreeMap<Spot, String> = BTreeMap::new();
    for mark in marks {
        let words = by_spot.entry(mark.spot).or_default();
        if !words.is_empty() {
            words.push('\n');
        }
        words.push_str(&mark.words);
    }
    redden(&mut parts, &sheet.part, &by_spot)?;
    comment(&mut parts, &sheet.part, &by_spot)?;
    parts.zip()
}

/// Words put in place of some bytes.
type Patch = (Range<usize>, String);

fn patched(text: &str, mut patches: Vec<Patch>) -> String {
    patches.sort_by_key(|(bytes, _)| (bytes.start, bytes.end));
    let mut out = String::with_capacity(text.len() + 256);
    let mut done = 0;
    for (bytes, words) in &patches {
        out.push_str(&text[done..bytes.start]);
        out.push_str(words);
        done = bytes.end;
    }
    out.push_str(&text[done..]);
    out
}

/// A start tag with one attribute set.
fn with_attribute(tag: &str, name: &str, value: &str) -> String {
    let inside = |at: usize| tag[..at].ends_with(|c: char| c.is_ascii_whitespace());
    let found = tag.match_indices(&format!("{name}=")).map(|(at, _)| at).find(|at| inside(*at));
    if let Some(at) = found {
        let from = at + name.len() + 2;
        let quote = tag.as_bytes()[from - 1] as char;
        let to = tag[from..].find(quote).map_or(tag.len(), |end| from + end);
        return format!("{}{value}{}", &tag[..from], &tag[to..]);
    }
    let end = tag.trim_end_matches('>').trim_end_matches('/').trim_end().len();
    format!("{} {name}=\"{value}\"{}", &tag[..end], &tag[end..])
}

/// Gives the cells a red ground: each keeps its own look otherwise.
fn redden(parts: &mut Parts, part: &str, marks: &BTreeMap<Spot, String>) -> Option<()> {
    let text = parts.text(part)?.to_owned();
    // First the styles the cells have now.
    let mut cells: HashMap<Spot, (Range<usize>, u32)> = HashMap::new();
    let mut rows: Vec<(u32, Range<usize>, bool, usize)> = Vec::new();
    let mut in_row: Vec<(Spot, usize)> = Vec::new();
    let mut data = None;
    each(&text, |piece| match piece {
        Piece::Open { name, attributes, empty, bytes } => match name.as_str() {
            "sheetData" => data = Some((bytes, empty)),
            "row" => {
                let number = attribute(&attributes, "r").and_then(|r| r.parse::<u32>().ok()).map_or(u32::MAX, |r| r - 1);
                rows.push((number, bytes.clone(), empty, bytes.end));
            }
            "c" => {
                if let Some(spot) = attribute(&attributes, "r").and_then(Spot::of) {
                    in_row.push((spot, bytes.start));
                    let style = attribute(&attributes, "s").and_then(|s| s.parse().ok()).unwrap_or(0);
                    if marks.contains_key(&spot) {
                        cells.insert(spot, (bytes, style));
                    }
                }
            }
            _ => {}
        },
        Piece::Close { name, bytes } if name == "row" => {
            if let Some(row) = rows.last_mut() {
                row.3 = bytes.start;
            }
        }
        _ => {}
    })?;
    let (data, no_rows) = data?;
    let mut styles: Vec<u32> = cells.values().map(|(_, style)| *style).chain([0]).collect();
    styles.sort_unstable();
    styles.dedup();
    let red = red_styles(parts, &styles)?;
    let mut patches: Vec<Patch> = Vec::new();
    let mut new_rows: BTreeMap<u32, String> = BTreeMap::new();
    for spot in marks.keys() {
        if let Some((bytes, style)) = cells.get(spot) {
            patches.push((bytes.clone(), with_attribute(&text[bytes.clone()], "s", &red.get(style)?.to_string())));
            continue;
        }
        let cell = format!("<c r=\"{}\" s=\"{}\"/>", spot.name(), red.get(&0)?);
        match rows.iter().find(|(number, ..)| *number == spot.row) {
            Some((_, tag, true, _)) => {
                let open = text[tag.clone()].trim_end_matches("/>").trim_end();
                patches.push((tag.clone(), format!("{open}>{cell}</row>")));
            }
            Some((_, _, false, end)) => {
                let after = in_row.iter().find(|(other, _)| other.row == spot.row && other.column > spot.column).map_or(*end, |(_, at)| *at);
                patches.push((after..after, cell));
            }
            None => new_rows.entry(spot.row).or_default().push_str(&cell),
        }
    }
    let new_rows = new_rows.into_iter().map(|(number, cells)| (number, format!("<row r=\"{}\">{cells}</row>", number + 1)));
    if no_rows {
        let all: String = new_rows.map(|(_, row)| row).collect();
        patches.push((data.clone(), format!("<sheetData>{all}</sheetData>")));
    } else {
        let last = text[data.end..].find("</sheetData>").map_or(data.end, |at| data.end + at);
        for (number, row) in new_rows {
            let at = rows.iter().find(|(other, ..)| *other > number).map_or(last, |(_, tag, ..)| tag.start);
            patches.push((at..at, row));
        }
    }
    parts.put(part, patched(&text, patches));
    Some(())
}

/// For each style the same one on a red ground.
fn red_styles(parts: &mut Parts, styles: &[u32]) -> Option<HashMap<u32, u32>> {
    const FILL: &str = "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFF9C9C\"/><bgColor indexed=\"64\"/></patternFill></fill>";
    let text = parts.text("xl/styles.xml")?.to_owned();
    let (mut fills, mut fills_tag, mut fills_end) = (0u32, None, None);
    let (mut xfs, mut xfs_tag, mut xfs_end) = (Vec::new(), None, None);
    let (mut in_fills, mut in_xfs) = (false, false);
    each(&text, |piece| match piece {
        Piece::Open { name, bytes, empty, .. } => match name.as_str() {
            "fills" => (in_fills, fills_tag) = (!empty, Some(bytes)),
            "fill" if in_fills => fills += 1,
            "cellXfs" => (in_xfs, xfs_tag) = (!empty, Some(bytes)),
            "xf" if in_xfs => xfs.push(bytes),
            _ => {}
        },
        Piece::Close { name, bytes } => match name.as_str() {
            "fills" => (in_fills, fills_end) = (false, Some(bytes.start)),
            "cellXfs" => (in_xfs, xfs_end) = (false, Some(bytes.start)),
            "xf" if in_xfs => {
                if let Some(xf) = xfs.last_mut() {
                    xf.end = bytes.end;
                }
            }
            _ => {}
        },
        Piece::Words(_) => {}
    })?;
    let (fills_tag, fills_end, xfs_tag, xfs_end) = (fills_tag?, fills_end?, xfs_tag?, xfs_end?);
    let mut red = HashMap::new();
    let mut added = String::new();
    for (at, style) in (0u32..).zip(styles) {
        let whole = &text[xfs.get(*style as usize)?.clone()];
        let end = whole.find('>')? + 1;
        let tag = with_attribute(&with_attribute(&whole[..end], "fillId", &fills.to_string()), "applyFill", "1");
        added.push_str(&tag);
        added.push_str(&whole[end..]);
        red.insert(*style, xfs.len() as u32 + at);
    }
    let patches = vec![
        (fills_tag.clone(), with_attribute(&text[fills_tag], "count", &(fills + 1).to_string())),
        (fills_end..fills_end, FILL.to_owned()),
        (xfs_tag.clone(), with_attribute(&text[xfs_tag], "count", &(xfs.len() + styles.len()).to_string())),
        (xfs_end..xfs_end, added),
    ];
    parts.put("xl/styles.xml", patched(&text, patches));
    Some(red)
}

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// Says beside each cell what is wrong with it. A cell somebody has written a comment on keeps that one.
fn comment(parts: &mut Parts, part: &str, marks: &BTreeMap<Spot, String>) -> Option<()> {
    let (folder, file) = part.rsplit_once('/')?;
    let rels = format!("{folder}/_rels/{file}.rels");
    let old_rels = parts.text(&rels).map(str::to_owned);
    let (mut comments, mut drawing) = (None, None);
    if let Some(text) = &old_rels {
        each(text, |piece| {
            let Piece::Open { attributes, .. } = piece else { return };
            let (Some(kind), Some(target)) = (attribute(&attributes, "Type"), attribute(&attributes, "Target")) else { return };
            let target = target.strip_prefix('/').map_or_else(|| target.replacen("../", "xl/", 1), str::to_owned);
            match kind.rsplit('/').next() {
                Some("comments") => comments = Some(target),
                Some("vmlDrawing") => drawing = Some(target),
                _ => {}
            }
        })?;
    }
    match (comments, drawing) {
        (Some(comments), Some(drawing)) => more_comments(parts, &comments, &drawing, marks),
        (None, None) => first_comments(parts, part, &rels, old_rels.as_deref(), marks),
        // Comments of a kind this room does not know stay alone; the cells are red all the same.
        _ => Some(()),
    }
}

fn comment_xml(spot: Spot, author: usize, words: &str) -> String {
    format!("<comment ref=\"{}\" authorId=\"{author}\"><text><t xml:space=\"preserve\">{}</t></text></comment>", spot.name(), escaped(words))
}

/// The box a comment is shown in; it is hidden until the mouse is over the cell.
fn shape_xml(spot: Spot, at: usize) -> String {
    let (row, column) = (spot.row, spot.column);
    format!(
        "<v:shape id=\"_minhbach_{at}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;width:320pt;height:110pt;z-index:{};visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"/></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{}, 15, {row}, 2, {}, 31, {}, 1</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>",
        at + 1,
        column + 1,
        column + 4,
        row + 6
    )
}

fn more_comments(parts: &mut Parts, comments: &str, drawing: &str, marks: &BTreeMap<Spot, String>) -> Option<()> {
    let text = parts.text(comments)?.to_owned();
    let shapes = parts.text(drawing)?.to_owned();
    let mut taken = Vec::new();
    each(&text, |piece| {
        if let Piece::Open { name, attributes, .. } = piece
            && name == "comment"
        {
            taken.extend(attribute(&attributes, "ref").and_then(Spot::of));
        }
    })?;
    let free = || marks.iter().filter(|(spot, _)| !taken.contains(spot));
    let list = text.rfind("</commentList>")?;
    let end = shapes.rfind("</xml>")?;
    let added: String = free().map(|(spot, words)| comment_xml(*spot, 0, words)).collect();
    parts.put(comments, patched(&text, vec![(list..list, added)]));
    let added: String = free().enumerate().map(|(at, (spot, _))| shape_xml(*spot, at)).collect();
    parts.put(drawing, patched(&shapes, vec![(end..end, added)]));
    Some(())
}

fn first_comments(parts: &mut Parts, part: &str, rels: &str, old_rels: Option<&str>, marks: &BTreeMap<Spot, String>) -> Option<()> {
    const COMMENTS: &str = "xl/commentsMinhbach.xml";
    const DRAWING: &str = "xl/drawings/vmlDrawingMinhbach.vml";
    let list: String = marks.iter().map(|(spot, words)| comment_xml(*spot, 0, words)).collect();
    parts.put(
        COMMENTS,
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"{MAIN}\"><authors><author>minhbach</author></authors><commentList>{list}</commentList></comments>"),
    );
    let shapes: String = marks.keys().enumerate().map(|(at, spot)| shape_xml(*spot, at)).collect();
    parts.put(
        DRAWING,
        format!("<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>{shapes}</xml>"),
    );
    let relation = |id: &str, kind: &str, target: &str| format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"/{target}\"/>");
    let added = relation("rIdMinhbachC", "comments", COMMENTS) + &relation("rIdMinhbachV", "vmlDrawing", DRAWING);
    let text = match old_rels {
        Some(old) => {
            let end = old.rfind("</Relationships>")?;
            patched(old, vec![(end..end, added)])
        }
        None => format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{added}</Relationships>"
        ),
    };
    parts.put(rels, text);
    kinds(parts, COMMENTS)?;
    point_to_drawing(parts, part)
}

/// Tells the list of kinds what the two new parts are.
fn kinds(parts: &mut Parts, comments: &str) -> Option<()> {
    const LIST: &str = "[Content_Types].xml";
    let text = parts.text(LIST)?.to_owned();
    let end = text.rfind("</Types>")?;
    let mut added = format!("<Override PartName=\"/{comments}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml\"/>");
    if !text.contains("Extension=\"vml\"") {
        added.push_str("<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>");
    }
    parts.put(LIST, patched(&text, vec![(end..end, added)]));
    Some(())
}

/// The sheet names its drawing after everything else but a few parts Excel wants behind it.
fn point_to_drawing(parts: &mut Parts, part: &str) -> Option<()> {
    const AFTER: [&str; 9] = ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "worksheet"];
    let text = parts.text(part)?.to_owned();
    let mut at = None;
    let mut depth = 0;
    let mut whole = None;
    each(&text, |piece| match piece {
        Piece::Open { name, empty, bytes, .. } => {
            if depth == 0 {
                whole = Some(bytes.clone());
            }
            if depth == 1 && AFTER.contains(&name.as_str()) && at.is_none() {
                at = Some(bytes.start);
            }
            depth += usize::from(!empty);
        }
        Piece::Close { bytes, .. } => {
            depth -= 1;
            if depth == 0 && at.is_none() {
                at = Some(bytes.start);
            }
        }
        Piece::Words(_) => {}
    })?;
    let (at, whole) = (at?, whole?);
    let mut tag = text[whole.clone()].to_owned();
    if !tag.contains("xmlns:r=") {
        tag = with_attribute(&tag, "xmlns:r", RELATIONS);
    }
    parts.put(part, patched(&text, vec![(whole, tag), (at..at, "<legacyDrawing r:id=\"rIdMinhbachV\"/>".to_owned())]));
    Some(())
}
