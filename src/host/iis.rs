//! IIS on Windows: `web.config` in the site's own folder, with what every IIS since 7 has.
//!
//! May use: nothing.

use super::policy::{ALWAYS, Scripts};
use super::types::TYPES;
use super::{Delivery, Extra};

pub(super) fn extra(delivery: &Delivery<'_>, extra: &mut Extra) {
    extra.beside.push(("web.config".to_owned(), written(delivery).into_bytes()));
}

fn written(delivery: &Delivery<'_>) -> String {
    let header = |name: &str, value: &str| format!("        <add name=\"{name}\" value=\"{}\" />\n", escaped(value));
    let mut types = String::new();
    for (ending, kind) in TYPES {
        types.push_str(&format!("      <remove fileExtension=\".{ending}\" />\n      <mimeMap fileExtension=\".{ending}\" mimeType=\"{kind}\" />\n"));
    }
    let always: String = ALWAYS.iter().map(|(name, value)| header(name, value)).collect();
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>
<configuration>
  <system.webServer>
    <defaultDocument>
      <files>
        <clear />
        <add value=\"index.html\" />
      </files>
    </defaultDocument>
    <directoryBrowse enabled=\"false\" />
    <httpErrors errorMode=\"Custom\">
      <remove statusCode=\"404\" />
      <error statusCode=\"404\" path=\"{}404.html\" responseMode=\"ExecuteURL\" />
    </httpErrors>
    <staticContent>
{types}      <clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"00:05:00\" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name=\"X-Powered-By\" />
{always}{}      </customHeaders>
    </httpProtocol>
  </system.webServer>
",
        escaped(delivery.root()),
        header("Content-Security-Policy", &delivery.policy(Scripts::None))
    );
    let of_folder = |folder: &String, policy: &str| {
        format!(
            "  <location path=\"{}\">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
        <remove name=\"Content-Security-Policy\" />
{}        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>
",
            escaped(folder.trim_end_matches('/')),
            header("Content-Security-Policy", policy)
        )
    };
    let own = delivery.policy(Scripts::Own);
    delivery.folders.search.iter().for_each(|folder| text.push_str(&of_folder(folder, &own)));
    delivery.folders.embeds.iter().for_each(|folder| text.push_str(&of_folder(folder, &delivery.policy_of_embeds())));
    // How long files and what was drawn may be kept: an hour, and a year without asking again.
    for (folder, most, word) in [(delivery.folders.files, "01:00:00", ""), (delivery.folders.drawn, "365.00:00:00", ", immutable")] {
        text.push_str(&format!(
            "  <location path=\"{}\">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"{most}\" cacheControlCustom=\"public{word}\" />
      </staticContent>
    </system.webServer>
  </location>
",
            escaped(folder.trim_end_matches('/'))
        ));
    }
    text.push_str("</configuration>\n");
    text
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
