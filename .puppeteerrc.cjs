/** The browsers come from the system's packages (scripts/browsers.mjs): nothing is downloaded at install time. */
module.exports = {skipDownload: true};
