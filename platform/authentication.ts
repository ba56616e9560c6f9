import type {MiddlewareHandler} from 'hono';
import type {Authorizer} from './authorization/authorizer.ts';
import type {Subject, TokenClaims} from './authorization/subject.ts';

export interface Caller {
  readonly subject: Subject;
  readonly caller: Authorizer;
}

interface AuthenticateOptions {
  readonly verifyToken: (token: string) => Promise<TokenClaims>;
  readonly toCaller: (claims: TokenClaims) => Promise<Caller>;
}

/** Asks every request for a bearer token. Its refusals have a shape of their own: the code is in `error`. */
export function authenticate({verifyToken, toCaller}: AuthenticateOptions): MiddlewareHandler<{Variables: Caller}> {
  return async (context, next) => {
    const header = context.req.header('authorization');
    if (!header) return unauthorized('MISSING_TOKEN', 'Authorization header is required');
    const [, token] = /^Bearer +([^\s]+)$/i.exec(header) ?? [];
    if (token === undefined) return unauthorized('INVALID_TOKEN', 'Authorization header must be: Bearer <token>');
    let claims: TokenClaims;
    try {
      claims = await verifyToken(token);
    } catch {
      // The verifier's reason is its own business; telling it would help whoever forges tokens.
      return unauthorized('INVALID_TOKEN', 'The access token is invalid or has expired');
    }
    if (!claims.sub) return unauthorized('INVALID_CLAIMS', 'The access token names no subject');
    const {subject, caller} = await toCaller(claims);
    context.set('subject', subject);
    context.set('caller', caller);
    return next();
  };
}

function unauthorized(error: string, message: string): Response {
  return Response.json({error, message}, {status: 401, headers: {'www-authenticate': 'Bearer'}});
}
