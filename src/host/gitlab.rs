//! GitLab Pages: sends a compressed file that lies beside another in its place.
//!
//! GitLab looks for a file before it looks into `_redirects`, so the page of a moved address is what moves the reader.
//!
//! May use: nothing.

use super::{Delivery, Extra};

pub(super) fn extra(delivery: &Delivery<'_>, extra: &mut Extra) {
    let jobs = delivery.said(include_str!("guides/gitlab.vi.yml"), include_str!("guides/gitlab.en.yml"));
    extra.aside.push(("gitlab-ci.yml".to_owned(), delivery.filled(jobs).into_bytes()));
}
