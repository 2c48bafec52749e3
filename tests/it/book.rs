//! A workbook filled in by program: one cell is changed in its XML, as a spreadsheet would, and all else stays.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What is typed into a cell.
pub enum Typed<'t> {
    /// A number, as the file keeps it.
    Number(&'t str),
    /// Words.
    Words(&'t str),
    /// A formula that failed.
    Fault(&'t str),
    /// Nothing: the cell is emptied.
    Nothing,
}

/// A workbook as its parts.
pub struct Book {
    /// Name and text of each part.
    pub parts: Vec<(String, String)>,
}

impl Book {
    /// Opens a workbook.
    pub fn open(path: &Path) -> Self {
        let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("the workbook is a ZIP");
        let parts = (0..archive.len()).map(|at| {
            let mut part = archive.by_index(at).expect("a part can be read");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("a part is text");
            (part.name().expect("a part has a name").into_owned(), text)
        });
        let parts = parts.collect();
        Book { parts }
    }

    /// A workbook without a form: sheets by name, rows of words or numbers, and merged cells.
    pub fn part(&mut self, name: &str) -> &mut String {
        &mut self.parts.iter_mut().find(|(own, _)| own == name).unwrap_or_else(|| panic!("no part {name}")).1
    }

    /// Types into a cell of the second sheet, which holds the figures.
    pub fn set(&mut self, cell: &str, typed: Typed<'_>) -> &mut Self {
        let page = self.part("xl/worksheets/sheet2.xml");
        let start = page.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("the form has no cell {cell}"));
        let tag = start + page[start..].find('>').expect("a tag ends") + 1;
        let end = if page[..tag].ends_with("/>") { tag } else { tag + page[tag..].find("</c>").expect("a cell ends") + 4 };
        let style = page[start..tag].split("s=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("0").to_owned();
        let new = match typed {
            Typed::Number(number) => format!("<c r=\"{cell}\" s=\"{style}\"><v>{number}</v></c>"),
            Typed::Words(words) => format!("<c r=\"{cell}\" s=\"{style}\" t=\"inlineStr\"><is><t>{words}</t></is></c>"),
            Typed::Fault(fault) => format!("<c r=\"{cell}\" s=\"{style}\" t=\"e\"><f>1/0</f><v>{fault}</v></c>"),
            Typed::Nothing => format!("<c r=\"{cell}\" s=\"{style}\"/>"),
        };
        page.replace_range(start..end, &new);
        self
    }

    /// Gives a cell the looks of another, as pasting does.
    pub fn style_of(&mut self, cell: &str, other: &str) -> &mut Self {
        let page = self.part("xl/worksheets/sheet2.xml");
        let style =
            |cell: &str| page.split(&format!("<c r=\"{cell}\" s=\"")).nth(1).and_then(|rest| rest.split('"').next()).expect("the cell has a style").to_owned();
        let (old, new) = (style(cell), style(other));
        *page = page.replacen(&format!("<c r=\"{cell}\" s=\"{old}\""), &format!("<c r=\"{cell}\" s=\"{new}\""), 1);
        self
    }

    /// Saves it.
    pub fn save(&self, path: &Path) {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in &self.parts {
            writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part can be begun");
            writer.write_all(text.as_bytes()).expect("a part can be written");
        }
        fs::write(path, writer.finish().expect("the ZIP can be closed").into_inner()).expect("the workbook can be written");
    }
}
