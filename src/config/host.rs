//! The hosts a site can be made ready for.
//!
//! May use: nothing.

/// Where the site will lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// GitHub Pages.
    Github,
    /// GitLab Pages.
    Gitlab,
    /// Cloudflare Pages.
    Cloudflare,
    /// Netlify.
    Netlify,
    /// A server of one's own with nginx.
    Nginx,
    /// A server of one's own, or a rented one, with Apache.
    Apache,
    /// A Windows server with IIS.
    Iis,
    /// A bucket of Amazon S3, or of a service like it.
    S3,
}

impl Host {
    /// Every host with the name it is typed by.
    pub const ALL: [(Host, &'static str); 8] = [
        (Host::Github, "github"),
        (Host::Gitlab, "gitlab"),
        (Host::Cloudflare, "cloudflare"),
        (Host::Netlify, "netlify"),
        (Host::Nginx, "nginx"),
        (Host::Apache, "apache"),
        (Host::Iis, "iis"),
        (Host::S3, "s3"),
    ];

    /// The host of a name.
    pub fn of(name: &str) -> Option<Host> {
        Host::ALL.iter().find(|(_, typed)| *typed == name).map(|(host, _)| *host)
    }

    /// The name it is typed by.
    pub fn name(self) -> &'static str {
        Host::ALL[self as usize].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_called_by_its_name() {
        for (host, name) in Host::ALL {
            assert_eq!((Host::of(name), host.name()), (Some(host), name));
        }
        assert_eq!(Host::of("geocities"), None);
    }
}
