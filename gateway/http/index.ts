export {encodeBody, pickEncoding} from './encode-body.ts';
export {encodeParts} from './encode-parts.ts';
export {escapeHtml} from './escape-html.ts';
export type {GatewayEnv} from './gateway-env.ts';
export {isPortalError} from './is-portal-error.ts';
export {pickLocale} from './pick-locale.ts';
export {plainPage, type PlainPage} from './plain-page.ts';
export {problemResponse, toProblem} from './problem.ts';
