import {fileURLToPath} from 'node:url';

/** Where what the gateway reads in development is written. */
export const DEV_FOLDER = fileURLToPath(new URL('../../.cache/dev', import.meta.url));
