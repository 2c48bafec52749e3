//! minhbach
pub mod diag;
pub mod figures;
pub mod i18n;
pub mod assemble;
pub mod config;
pub mod markdown;
pub mod model;
pub mod parse;
pub mod tree;
pub mod values;
pub mod pages;
