import {Hono, type MiddlewareHandler} from 'hono';
import {authenticate, type Caller} from '../authentication.ts';
import type {TokenClaims} from '../authorization/subject.ts';
import type {PlatformDatabase} from '../database/database.ts';
import {ApiError} from '../engine/api-error.ts';
import {readJson} from '../engine/read-json.ts';
import {parseLogsRequest, type LogsRequest} from './logs-request.ts';
import {ObserverError} from './observer-error.ts';
import {queryComponentLogs, type LogsAnswer, type LogsMeans} from './query-logs.ts';
import {queryRunLogs} from './query-run-logs.ts';

export interface ObserverOptions {
  readonly database: PlatformDatabase;
  readonly verifyToken: (token: string) => Promise<TokenClaims>;
  readonly toCaller: (claims: TokenClaims) => Promise<Caller>;
  readonly report: (error: unknown, message: string) => void;
  readonly now: () => Date;
}

interface Env {
  readonly Variables: Caller;
}

/** The observer's API: what the things that run have written. Of the rest of it, it says that it is not there. */
export function createObserver({database, verifyToken, toCaller, report, now}: ObserverOptions): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/health', ({json}) => json({status: 'healthy'}));
  app.use('/api/*', inOwnShape(authenticate({verifyToken, toCaller})));
  app.post('/api/v1/logs/query', async ({req, json, var: {caller, subject}}) => {
    const begun = performance.now();
    const request = parseLogsRequest(await readJson(req.raw));
    checkScope(request, {caller, subject});
    const answer = await queryLogs(request, {database, caller, now: now(), signal: req.raw.signal});
    return json({...answer, tookMs: Math.round(performance.now() - begun)});
  });
  app.post('/api/v1/events/query', () =>
    new ObserverError('notImplemented', 'Events query is not implemented by the embedded observer').toResponse(),
  );
  app.notFound(({req}) => new ObserverError('notFound', `There is nothing at ${req.path.slice(0, 200)}`).toResponse());
  app.onError((error) => {
    if (error instanceof ObserverError) return error.toResponse();
    if (error instanceof ApiError) return new ObserverError('badRequest', error.message).toResponse(error.status);
    report(error, 'The observer failed to answer a request');
    return new ObserverError('internalServerError', 'Internal server error').toResponse();
  });
  return app;
}

/** A refusal of the middleware, as the observer words it. */
function inOwnShape(authentication: MiddlewareHandler<Env>): MiddlewareHandler<Env> {
  return async (context, next) => {
    const refusal = await authentication(context, next);
    if (!(refusal instanceof Response)) return undefined;
    const {message} = (await refusal.json()) as {message: string};
    return new ObserverError('unauthorized', message).toResponse();
  };
}

function queryLogs(request: LogsRequest, means: LogsMeans): Promise<LogsAnswer> {
  const {searchScope} = request;
  if ('workflowRunName' in searchScope) return queryRunLogs(request, searchScope, means);
  return queryComponentLogs(request, searchScope, means);
}

/** Whoever may not read all of a scope has to ask for less; what is below it is looked at one by one all the same. */
function checkScope({searchScope}: LogsRequest, {caller, subject}: Caller): void {
  if ('workflowRunName' in searchScope) return;
  const {namespace, project, component, environment} = searchScope;
  const attributes = environment === undefined ? {} : {environment: `${namespace}/${environment}`};
  if (caller.decide('logs:view', {namespace, project, component}, attributes).allowed) return;
  const place = [
    `Namespace ${namespace}`,
    ...(project ? [`Project ${project}`] : []),
    ...(component ? [`Component ${component}`] : []),
  ];
  const suffix = environment ? ` in Environment ${environment}` : '';
  const who = subject.entitlement_values.join(', ');
  throw new ObserverError(
    'forbidden',
    `Subject <${who}> has no permission to view logs of ${place.join(', ')}${suffix}`,
  );
}
