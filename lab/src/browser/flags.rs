//! The flags that make Chromium do what the standard and the scenario say, and nothing of its own accord.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;

/// Features that would change a scenario's requests or answer them in its stead.
const OFF: &str = "--disable-features=\
HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,HttpsFirstModeV2,\
LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,PrivateNetworkAccessSendPreflights,\
AutofillServerCommunication,SpareRendererForSitePerProcess,OptimizationHints,MediaRouter,Translate,InterestFeedContentSuggestions,PreconnectToSearch";

const FLAGS: [&str; 17] = [
    "--headless",
    // It shows nothing but pages of the lab; as root, and in many containers, it has no other way.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-extensions",
    "--disable-sync",
    "--disable-component-update",
    "--disable-background-networking",
    "--disable-default-apps",
    "--disable-breakpad",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-proxy-server",
    "--password-store=basic",
    "--mute-audio",
    "--ignore-certificate-errors",
];

/// Without them, a form on an https page that leads to http meets a warning instead of a server.
const PREFERENCES: &str = r#"{"profile":{"mixed_forms_warnings":false}}"#;

/// Puts what no flag says into the profile.
pub(super) fn write_preferences(profile: &Path) -> io::Result<()> {
    let folder = profile.join("Default");
    fs::create_dir(&folder)?;
    fs::write(folder.join("Preferences"), PREFERENCES)
}

pub(super) fn flags(port: u16, profile: &Path) -> Vec<OsString> {
    let mut flags: Vec<OsString> = FLAGS.iter().map(OsString::from).collect();
    let mut user_data_dir = OsString::from("--user-data-dir=");
    user_data_dir.push(profile);
    flags.extend([
        user_data_dir,
        OsString::from(OFF),
        // The URL keeps its own host and port; only the connection goes elsewhere.
        OsString::from(format!("--host-resolver-rules=MAP * 127.0.0.1:{port}")),
        // Loopback would be a local network, which public pages may not ask without permission.
        OsString::from(format!(
            "--ip-address-space-overrides=127.0.0.1:{port}=public"
        )),
        OsString::from("--remote-debugging-pipe"),
        // Instead of its start page, which has work to do.
        OsString::from("about:blank"),
    ]);
    flags
}
