//! GitHub Pages: takes files as they are, sends no headers of ours and compresses by itself.
//!
//! May use: nothing.

use super::{Delivery, Extra};

pub(super) fn extra(delivery: &Delivery<'_>, extra: &mut Extra) {
    // Without it names that begin with a line are left out.
    extra.beside.push((".nojekyll".to_owned(), Vec::new()));
    if is_own_domain(delivery) {
        extra.beside.push(("CNAME".to_owned(), format!("{}\n", delivery.domain()).into_bytes()));
    }
    let workflow = delivery.said(include_str!("guides/github.vi.yml"), include_str!("guides/github.en.yml"));
    extra.aside.push(("minhbach.yml".to_owned(), delivery.filled(workflow).into_bytes()));
}

/// Whether the site has a name of its own, at its root: below a name of GitHub's there is nothing to set.
fn is_own_domain(delivery: &Delivery<'_>) -> bool {
    !delivery.domain().is_empty() && delivery.root() == "/" && !delivery.domain().ends_with(".github.io")
}
