import {PortalError, type ErrorCode, type Fault, type Problem} from '@openchoreo/portal-contract';
import {isPortalError} from './is-portal-error.ts';

const STATUS: Partial<Record<ErrorCode, number>> = {
  API_INVALID_ANSWER: 502,
  API_TIMEOUT: 504,
  API_UNREACHABLE: 502,
  CROSS_SITE_REFUSED: 403,
  DATABASE_UNAVAILABLE: 503,
  EMBED_NOT_ALLOWED: 403,
  EMBED_TOKEN_REFUSED: 401,
  HOOK_CLAIMED: 409,
  IDENTITY_UNAVAILABLE: 503,
  INVALID_REQUEST: 400,
  MODULE_BUILT_IN: 409,
  MODULE_DISABLED: 403,
  MODULE_HAS_DEPENDENTS: 409,
  MODULE_UNKNOWN: 404,
  NOTIFICATIONS_LIMITED: 429,
  NOT_FOUND: 404,
  OBSERVER_NOT_CONFIGURED: 501,
  PERMISSION_DENIED: 403,
  REQUEST_TOO_LARGE: 413,
  SESSION_EXPIRED: 401,
  SETTING_INVALID: 400,
  SIGN_IN_FAILED: 400,
  STORE_TOO_LARGE: 413,
  VIEW_AS_READ_ONLY: 403,
};

export interface ProblemDetails {
  readonly status?: number;
  readonly detail?: string;
  readonly faults?: readonly Fault[];
  /** Further members of the document, such as the `dependents` of a module. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** The problem document of an error. Whatever is not a `PortalError` becomes `INTERNAL`: its text may hold internals. */
export function toProblem(error: unknown, {status, detail, faults, more}: ProblemDetails = {}): Problem {
  const known = isPortalError(error) ? error : new PortalError('INTERNAL', []);
  return {
    type: `urn:openchoreo-portal:error:${known.code}`,
    title: known.message,
    status: status ?? STATUS[known.code] ?? 500,
    code: known.code,
    detail: detail ?? known.message,
    values: known.values,
    ...(faults === undefined ? {} : {faults}),
    ...more,
  };
}

export function problemResponse(error: unknown, details: ProblemDetails = {}): Response {
  const problem = toProblem(error, details);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {'content-type': 'application/problem+json', 'cache-control': 'no-store'},
  });
}
