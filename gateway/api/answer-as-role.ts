import {PortalError, type PermissionProfile} from '@openchoreo/portal-contract';
import * as z from 'zod';
import {holdsAction} from './role-actions.ts';
import {toReading} from './to-reading.ts';

export interface RoleCall {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly body: string | ReadableStream<Uint8Array> | null;
  /** What the role holds. */
  readonly actions: readonly string[];
  /** The call as the person's own. */
  readonly send: (body?: string) => Promise<Response>;
}

const PROFILE = '/api/v1/authz/profile';
const EVALUATES = '/api/v1/authz/evaluates';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Answers for somebody who looks through a role: what they themselves would get, as far as the role holds the action,
 * too. Nothing is written. What the portal cannot tell the action of is refused.
 */
export async function answerAsRole(call: RoleCall): Promise<Response> {
  const {method, path, actions, send} = call;
  if (path === PROFILE) return replaceJson(await send(), (profile) => narrowProfile(profile, actions));
  if (path === EVALUATES && method === 'POST') return evaluate(call);
  if (!SAFE.has(method)) throw new PortalError('VIEW_AS_READ_ONLY', []);
  const reading = toReading(path);
  if (reading === 'open' || (reading && holdsAction(actions, reading.action))) return send();
  // As the platform does: who may see none of a kind gets an empty list, and is refused one by name.
  if (reading?.isList) return Response.json({items: [], pagination: {}});
  const message = 'The role you are looking through does not hold what this needs';
  return Response.json({error: message, code: 'FORBIDDEN'}, {status: 403});
}

const questions = z.array(z.object({action: z.string()}));
const decisions = z.array(z.looseObject({decision: z.boolean()}));

async function evaluate({body, actions, send}: RoleCall): Promise<Response> {
  const text = body === null ? '' : await new Response(body).text();
  const answer = await send(text);
  return replaceJson(answer, (json) => {
    const asked = questions.parse(JSON.parse(text));
    return decisions.parse(json).map((one, index) => {
      if (holdsAction(actions, asked[index]?.action ?? '')) return one;
      return {decision: false, context: {reason: 'Access denied: the role looked through does not hold it'}};
    });
  });
}

const profileAnswer = z.looseObject({capabilities: z.record(z.string(), z.unknown())});

function narrowProfile(json: unknown, actions: readonly string[]): unknown {
  const profile = profileAnswer.parse(json);
  const own = profile.capabilities as PermissionProfile['capabilities'];
  return {...profile, capabilities: {...narrow(own, actions), ...narrowAll(own['*'], actions)}};
}

function narrow(own: PermissionProfile['capabilities'], actions: readonly string[]): PermissionProfile['capabilities'] {
  return Object.fromEntries(Object.entries(own).filter(([action]) => action !== '*' && holdsAction(actions, action)));
}

/** Where authorization is off the profile says `*`: then the role alone decides, and its own wildcards are asked about. */
function narrowAll<T>(all: T | undefined, actions: readonly string[]): Readonly<Record<string, T>> {
  if (all === undefined) return {};
  return Object.fromEntries(actions.filter((action) => !action.endsWith(':*')).map((action) => [action, all]));
}

/** The answer with other JSON; one that is no success stays as it is. What cannot be read is no answer at all. */
async function replaceJson(answer: Response, replace: (json: unknown) => unknown): Promise<Response> {
  if (!answer.ok) return answer;
  try {
    return Response.json(replace(await answer.json()));
  } catch (cause) {
    throw new PortalError('API_INVALID_ANSWER', ['/api/v1/authz'], {cause});
  }
}
