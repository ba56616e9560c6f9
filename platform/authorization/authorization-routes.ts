import type {Hono} from 'hono';
import {z} from 'zod';
import type {Caller} from '../authentication.ts';
import {ApiError} from '../engine/api-error.ts';
import {readJson} from '../engine/read-json.ts';
import {toTimestamp} from '../engine/timestamp.ts';
import {toFieldErrors} from '../engine/to-field-errors.ts';
import {ACTIONS} from './actions.ts';
import {Authorizer} from './authorizer.ts';
import {toPath, type Hierarchy} from './hierarchy.ts';
import type {Policy} from './policy.ts';
import {toCapabilities} from './profile.ts';
import {subjectSchema, type Subject} from './subject.ts';

const DESCRIPTIONS = {
  environment: 'Environment associated with the resource, as {namespace}/{name}',
  componentType: 'Type of the component, as {namespace}/{name}, or {name} for a cluster component type',
  resourceType: 'Type of the resource, as {namespace}/{name}, or {name} for a cluster resource type',
  workflow: 'Workflow of the run, as {namespace}/{name}, or {name} for a cluster workflow',
} as const;

/** How tokens tell who somebody is: by groups, or else by the account itself. */
const SUBJECT_TYPES = [
  toSubjectType('user', 'User', {priority: 1, claim: 'groups', claimName: 'User group'}),
  toSubjectType('service_account', 'Service account', {priority: 2, claim: 'sub', claimName: 'Client id'}),
];

function toSubjectType(
  type: Subject['type'],
  displayName: string,
  {priority, claim, claimName}: {priority: number; claim: string; claimName: string},
): object {
  const authMechanisms = [{type: 'jwt', entitlement: {claim, displayName: claimName}}];
  return {type, displayName, priority, authMechanisms};
}

const hierarchySchema = z.object({
  namespace: z.string().optional(),
  project: z.string().optional(),
  component: z.string().optional(),
  resource: z.string().optional(),
});

const evaluatesSchema = z.array(
  z.object({
    subject_context: subjectSchema.optional(),
    resource: z.object({type: z.string(), id: z.string().optional(), hierarchy: hierarchySchema}),
    action: z.string().min(1),
    context: z
      .object({
        resource: z
          .object({
            environment: z.string().optional(),
            componentType: z.string().optional(),
            resourceType: z.string().optional(),
            workflow: z.string().optional(),
          })
          .optional(),
      })
      .optional(),
  }),
);

export interface AuthorizationRoutesOptions {
  readonly loadPolicies: (subject: Subject) => Promise<readonly Policy[]>;
  readonly now: () => Date;
}

/** Who may ask, what is there to be allowed, whether it is, and all that the caller is. Anybody who is signed in may ask. */
export function addAuthorizationRoutes(
  app: Hono<{Variables: Caller}>,
  {loadPolicies, now}: AuthorizationRoutesOptions,
): void {
  app.get('/api/v1/authz/actions', ({json}) => json([...ACTIONS.values()].map(toActionInfo)));

  app.get('/api/v1/authn/subject-types', ({json}) => json(SUBJECT_TYPES));

  app.post('/api/v1/authz/evaluates', async ({req, json, var: {caller}}) => {
    const requests = evaluatesSchema.safeParse(await readJson(req.raw));
    if (!requests.success)
      throw new ApiError('BAD_REQUEST', 'Invalid request body', {details: toFieldErrors(requests.error)});
    const decisions = [];
    for (const {subject_context: subject, resource, action, context} of requests.data) {
      checkHierarchy(resource.hierarchy);
      const authorizer = subject ? new Authorizer(await loadPolicies(subject)) : caller;
      const {allowed, reason} = authorizer.decide(
        action,
        resource.hierarchy,
        withoutUndefined(context?.resource ?? {}),
      );
      decisions.push({decision: allowed, context: {reason}});
    }
    return json(decisions);
  });

  app.get('/api/v1/authz/profile', async ({req, json, var: {subject}}) => {
    const query = hierarchySchema.parse(Object.fromEntries(new URL(req.url).searchParams));
    checkHierarchy(query);
    const capabilities = toCapabilities(await loadPolicies(subject), toPath(query));
    return json({user: subject, capabilities, evaluatedAt: toTimestamp(now())});
  });
}

function toActionInfo({name, lowestScope, attributes}: NonNullable<ReturnType<typeof ACTIONS.get>>): object {
  const conditions = attributes.map((attribute) => ({
    key: `resource.${attribute}`,
    description: DESCRIPTIONS[attribute],
  }));
  return {name, lowestScope, ...(conditions.length > 0 && {conditions})};
}

/** A place without the places around it is none. */
function checkHierarchy({namespace, project, component, resource}: Hierarchy): void {
  const fault =
    (component && resource && 'component and resource exclude each other') ||
    ((component ?? resource) && !project && 'project is required when component or resource is set') ||
    (project && !namespace && 'namespace is required when project is set');
  if (fault)
    throw new ApiError('BAD_REQUEST', `Invalid hierarchy: ${fault}`, {details: [{field: 'hierarchy', message: fault}]});
}

function withoutUndefined(attributes: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
