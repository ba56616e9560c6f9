/** Where things are built to, relative to the project. */
export const CLIENT_FOLDER = 'dist/client';

/** Read by the gateway; its shape is the contract's `PortalBuild`. */
export const PORTAL_JSON = 'dist/portal.json';

/** Files that are no module's own, below the client folder. */
export const ASSETS = 'assets';

/** Says from which files `dist/` was built. */
export const STAMP = 'dist/.stamp';
