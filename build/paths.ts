/** Where things are built to, relative to the project. */
export const CLIENT_FOLDER = 'dist/client';

/** Read by the gateway; its shape is the contract's `PortalBuild`. */
export const PORTAL_JSON = 'dist/portal.json';

/** The page that the gateway fills at each request. */
export const PAGE_TEMPLATE = 'dist/index.html';

/** What the gateway runs of the shell and the modules, to draw pages. */
export const SERVER_FOLDER = 'dist/server';

/** Files that are no module's own, below the client folder. */
export const ASSETS = 'assets';

/** Says from which files `dist/` was built. */
export const STAMP = 'dist/.stamp';
