//! What a host would refuse, told before anybody tries.
//!
//! May use: diag.

use super::policy::Scripts;
use super::{Delivery, Host, problems};
use crate::diag::Problem;

/// Most files of a site on Cloudflare Pages without a paid plan, and the largest one.
const CLOUDFLARE: (usize, u64) = (20_000, 25 * 1024 * 1024);
/// Most fixed rules of `_redirects` Cloudflare reads.
pub(super) const CLOUDFLARE_REDIRECTS: usize = 2_000;
/// Longest line of `_headers` Cloudflare reads.
const LINE: usize = 2_000;
/// Largest site on GitHub Pages.
const GITHUB: u64 = 1_000_000_000;

/// Everything about the site its host would refuse, and what it needs to know and does not.
pub fn limits(delivery: &Delivery<'_>) -> Vec<Problem> {
    let mut said = Vec::new();
    match delivery.host {
        Host::Cloudflare => {
            if delivery.files.len() > CLOUDFLARE.0 {
                said.push(problems::too_many_files(delivery.files.len(), CLOUDFLARE.0));
            }
            said.extend(
                delivery.files.iter().filter(|(_, bytes)| *bytes > CLOUDFLARE.1).map(|(path, bytes)| problems::file_too_large(path, *bytes, CLOUDFLARE.1)),
            );
            if delivery.moved.len() > CLOUDFLARE_REDIRECTS {
                said.push(problems::too_many_redirects(delivery.moved.len(), CLOUDFLARE_REDIRECTS));
            }
            let line = "  Content-Security-Policy: ".len() + delivery.policy(Scripts::Own).len();
            if line > LINE {
                said.push(problems::line_too_long(line, LINE));
            }
        }
        Host::Github => {
            let bytes: u64 = delivery.files.iter().map(|(_, bytes)| bytes).sum();
            if bytes > GITHUB {
                said.push(problems::site_too_large(bytes, GITHUB));
            }
        }
        Host::Gitlab | Host::Netlify | Host::Nginx | Host::Apache | Host::Iis | Host::S3 => {}
    }
    said
}
