/** The browsers come from the system's packages (scripts/browsers.ts): nothing is downloaded at install time. */
module.exports = {skipDownload: true};
