//! What people rely on, tested through the real binary: text, exit code, files.
//!
//! One binary, because linking is the slow part on two cores.

mod binding;
mod book;
mod bound;
mod build;
mod claims;
mod doctor;
mod drafts;
mod edit;
mod edits;
mod explain;
mod facts;
mod findings;
mod fix;
mod folder;
mod foreign;
mod formats;
mod forms;
mod gallery;
mod handbook;
mod hazards;
mod history;
mod hosts;
mod incremental;
mod kit;
mod laws;
mod links;
mod live;
mod moved;
mod new;
mod page;
mod pages;
mod passports;
mod places;
mod problems;
mod sample;
mod schema;
mod search;
mod serve;
mod site;
mod suites;
mod theme;
mod windows;
mod translations;
mod writing;
