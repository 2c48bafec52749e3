//! minhbach
pub mod assemble;
pub mod cli;
pub mod config;
pub mod diag;
pub mod export;
pub mod figures;
pub mod i18n;
pub mod markdown;
pub mod model;
pub mod output;
pub mod pages;
pub mod parse;
pub mod pipeline;
pub mod source;
pub mod theme;
pub mod tree;
pub mod values;
