/**
 * Every error of the portal: a stable code, and the sentence people read. The code is API, the sentence is not.
 * Each code has a page, `docs/errors/<CODE>.md`; a test compares the two.
 */
export const MESSAGES = {
  ACTIVATION_FAILED: (module: string) => `The module '${module}' could not be activated.`,
  ACTIVATION_TIMEOUT: (module: string, milliseconds: string) =>
    `The module '${module}' did not finish activating within ${milliseconds} ms.`,
  API_INVALID_ANSWER: (url: string) => `The platform answered ${url} with something the portal cannot read.`,
  API_TIMEOUT: (url: string, milliseconds: string) => `The platform did not answer ${url} within ${milliseconds} ms.`,
  API_UNREACHABLE: (url: string) => `The platform cannot be reached at ${url}.`,
  BUILD_MISSING: (file: string) => `The built portal is missing: ${file} cannot be read.`,
  COMMAND_NEEDS_SCOPE: (command: string, field: string) =>
    `'${command}' needs ${field === 'environment' ? 'an' : 'a'} ${field}: choose one first.`,
  COMMAND_UNKNOWN: (command: string, nearest: string) => `There is no command '${command}'. Most like it: ${nearest}.`,
  CONFIG_INVALID: (name: string, found: string, expected: string) => `${name} is ${found}; expected ${expected}.`,
  CONTRIBUTION_INVALID: (contribution: string, point: string, faults: string) =>
    `The contribution '${contribution}' does not fit the extension point '${point}': ${faults}`,
  CROSS_SITE_REFUSED: () => 'The request came from another site and was refused.',
  DATA_DIR_LOCKED: (directory: string) => `Another portal already uses the data folder ${directory}.`,
  DATA_DIR_UNUSABLE: (directory: string) => `The data folder ${directory} cannot be written to.`,
  DATABASE_UNAVAILABLE: () => 'The portal cannot reach its database.',
  DEPENDENCY_CYCLE: (cycle: string) => `These modules need each other in a circle: ${cycle}.`,
  DEPENDENCY_FAILED: (module: string, dependency: string) =>
    `The module '${module}' needs '${dependency}', which could not be activated.`,
  DEPENDENCY_MISSING: (module: string, dependency: string) =>
    `The module '${module}' needs '${dependency}', which is not installed or is disabled.`,
  DEPENDENCY_VERSION: (module: string, dependency: string, range: string, found: string) =>
    `The module '${module}' needs '${dependency}' ${range}, but ${found} is installed.`,
  ELEMENT_TAKEN: (tag: string) => `The element <${tag}> is already defined by other code.`,
  EMBED_ELEMENT_UNKNOWN: (tag: string, module: string) => `The module '${module}' has no element <${tag}> any more.`,
  EMBED_NOT_ALLOWED: (origin: string) => `Pages of ${origin} may not show parts of the portal.`,
  EMBED_POPUP_BLOCKED: () => 'The browser blocked the sign-in window. Allow pop-up windows for this page.',
  EMBED_TOKEN_REFUSED: (reason: string) => `The token of the embedding page was refused: ${reason}.`,
  EVENT_INVALID: (event: string, faults: string) =>
    `The payload of the event '${event}' does not fit its schema: ${faults}`,
  EVENT_NOT_DECLARED: (module: string, event: string, field: string) =>
    `The module '${module}' does not name the event '${event}' under ${field} in its manifest.`,
  EVENT_NOT_OWNED: (module: string, event: string, owner: string) =>
    `The module '${module}' cannot publish '${event}': that event belongs to '${owner}'.`,
  HANDLER_FAILED: (title: string) => `'${title}' did not work.`,
  HANDLER_INVALID: (module: string, entry: string) =>
    `The module '${module}' names ${entry} as a handler, but that is no function.`,
  HANDLER_TIMEOUT: (title: string, seconds: string) => `'${title}' was not done within ${seconds} seconds.`,
  HOOK_CLAIMED: (module: string) => `A hook of the module '${module}' has run or is being run in another tab.`,
  HOOK_FAILED: (module: string, hook: string) => `The hook ${hook} of the module '${module}' failed.`,
  IDENTITY_UNAVAILABLE: (issuer: string) => `The identity provider ${issuer} cannot be reached.`,
  INPUT_INVALID: (command: string, faults: string) => `The input of '${command}' is not valid: ${faults}`,
  INTERNAL: () => 'Something went wrong inside the portal.',
  INVALID_REQUEST: (faults: string) => `The request is not valid: ${faults}`,
  MANIFEST_INVALID: (module: string, faults: string) => `The manifest of '${module}' is not valid: ${faults}`,
  MANIFEST_UNREADABLE: (file: string) => `The manifest ${file} cannot be read as JSON.`,
  MEMBER_UNKNOWN: (member: string, nearest: string) =>
    `window.OpenChoreo has no '${member}'. Most like it: ${nearest}.`,
  MODULE_BUILT_IN: (module: string) =>
    `The module '${module}' is part of the portal and cannot be removed; it can be disabled.`,
  MODULE_DISABLED: (module: string) => `The module '${module}' is disabled.`,
  MODULE_DUPLICATE: (module: string) => `Two modules claim the id '${module}'; the second was refused.`,
  MODULE_HAS_DEPENDENTS: (module: string, dependents: string) =>
    `Other modules need '${module}' and would go with it: ${dependents}.`,
  MODULE_INACTIVE: (module: string) => `The module '${module}' is no longer active.`,
  MODULE_INCOMPATIBLE: (module: string, range: string, portal: string) =>
    `The module '${module}' is for portal ${range}; this is ${portal}.`,
  MODULE_INTEGRITY: (module: string, files: string) =>
    `Files of the module '${module}' are not those that its manifest promises: ${files}.`,
  MODULE_LOAD_FAILED: (module: string) => `The code of the module '${module}' could not be loaded.`,
  MODULE_QUARANTINED: (module: string, failures: string) =>
    `The module '${module}' failed ${failures} times in a short time. It is left alone in this tab until you try again.`,
  MODULE_SOURCE_REFUSED: (source: string, why: string) => `No module is fetched from ${source}: ${why}.`,
  MODULE_SOURCE_UNREADABLE: (source: string, why: string) => `The module at ${source} cannot be read: ${why}.`,
  MODULE_UNKNOWN: (module: string) => `There is no module '${module}'.`,
  MODULE_VERSION_TAKEN: (module: string, version: string) =>
    `Version ${version} of the module '${module}' is stored with other files already: a version never changes.`,
  NOT_FOUND: (path: string) => `There is nothing at ${path}.`,
  NOTIFICATIONS_LIMITED: (module: string, limit: string) =>
    `The module '${module}' may add ${limit} notifications a minute; more were left out.`,
  OBSERVER_NOT_CONFIGURED: () => 'This portal knows no observer: logs are not shown.',
  OFFLINE: () => 'The portal cannot be reached. Check the connection.',
  PAGE_EXPORT_INVALID: (module: string, entry: string) =>
    `The module '${module}' names ${entry} as a component, but that is neither a custom element nor a React component.`,
  PERMISSION_DENIED: (action: string) => `This needs the permission '${action}'.`,
  PLATFORM_REFUSED: (status: string, detail: string) => `The platform refused the request (${status}): ${detail}`,
  PORT_IN_USE: (port: string) => `Port ${port} is already in use.`,
  REACT_DUPLICATED: (module: string) =>
    `The module '${module}' brings a second copy of React, which the portal's own cannot render.`,
  REACT_ROOT_MISSING: (hook: string) => `${hook} was called outside a component that the portal renders.`,
  REDIRECT_LOOP: (path: string) => `The page ${path} leads from one redirect to the next and never to a page.`,
  REGISTRATION_CHANGED: (module: string, part: string) => `The module '${module}' no longer registers '${part}'.`,
  REGISTRATION_INVALID: (module: string, faults: string) => `What '${module}' registered is refused: ${faults}`,
  REGISTRATION_MISSING: (module: string) => `The module '${module}' ran, but registered nothing.`,
  RENDER_FAILED: (what: string) => `${what} could not be shown.`,
  REQUEST_TOO_LARGE: (limit: string) => `The request is larger than ${limit}.`,
  ROUTE_TAKEN: (module: string, path: string, owner: string) =>
    `The module '${module}' claims the path '${path}', which belongs to '${owner}'.`,
  SESSION_EXPIRED: () => 'The session has ended. Sign in again to go on; nothing you typed is lost.',
  SETTING_INVALID: (module: string, faults: string) => `A setting of '${module}' cannot be this: ${faults}`,
  SHORTCUT_INVALID: (command: string, keys: string, why: string) =>
    `The shortcut '${keys}' of the command '${command}' cannot be used: ${why}.`,
  SHORTCUT_TAKEN: (command: string, keys: string, owner: string) =>
    `The shortcut '${keys}' of the command '${command}' belongs to '${owner}' already.`,
  SIGN_IN_FAILED: (reason: string) => `Signing in did not work: ${reason}`,
  STORE_DENIED: (module: string, access: string, owner: string) =>
    `The store of '${owner}' is not open to the module '${module}' (${access}).`,
  STORE_INVALID: (module: string, faults: string) => `The store of '${module}' cannot hold this: ${faults}`,
  STORE_TOO_LARGE: (module: string, limit: string) =>
    `What is to be kept of the store of '${module}' is larger than ${limit}.`,
  STORE_UNKNOWN: (module: string) => `The module '${module}' has no such store now.`,
  VIEW_AS_READ_ONLY: () => 'You are looking at the portal through a role: nothing can be changed meanwhile.',
} as const satisfies Record<string, (...values: string[]) => string>;

export type ErrorCode = keyof typeof MESSAGES;

/** An error with a stable `code`. `details` are lines for those who want to know more; they hold no secret. */
export class PortalError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'PortalError';
  readonly code: C;
  readonly values: readonly string[];

  /** `detail` is a sentence that somebody who knew the values made already: the gateway's, in a problem document. */
  constructor(
    code: C,
    values: Parameters<(typeof MESSAGES)[C]>,
    options?: ErrorOptions & {readonly detail?: string | undefined},
  ) {
    super(options?.detail ?? toSentence(code, values), options);
    this.code = code;
    this.values = values;
  }
}

function toSentence(code: ErrorCode, values: readonly string[]): string {
  const sentence: (...values: string[]) => string = MESSAGES[code];
  return sentence(...values);
}

/** RFC 9457 problem document: what every `/api/portal/**` error looks like on the wire. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  /** The whole sentence, with its values. */
  readonly detail?: string;
  /** What the sentence is about, as `PortalError.values`. */
  readonly values?: readonly string[];
  readonly faults?: readonly Fault[];
}

/** One thing wrong with some data: where, what was found there, what belongs there. */
export interface Fault {
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

export function toFaultText(faults: readonly Fault[]): string {
  return faults
    .map(({path, found, expected}) => `${path || '(root)'}: found ${found}, expected ${expected}`)
    .join('; ');
}
