import {
  PortalError,
  toScopePath,
  type OpenChoreoClient,
  type Permission,
  type Scope,
} from '@openchoreo/portal-contract';

interface Question {
  readonly action: Permission;
  readonly scope: Scope;
  readonly resolve: (allowed: boolean) => void;
  readonly reject: (error: unknown) => void;
}

const PATH = '/api/v1/authz/evaluates';

/** Asks the platform. What is asked in one microtask goes in one request, and each different question once. */
export function createEvaluateBatch(api: OpenChoreoClient): (action: Permission, scope: Scope) => Promise<boolean> {
  let waiting: Question[] = [];

  async function flush(): Promise<void> {
    const questions = waiting;
    waiting = [];
    const different = [...new Map(questions.map((question) => [toKey(question), question])).values()];
    try {
      const body = different.map(toRequest);
      const asked = api.request(PATH, {method: 'POST', body});
      const [answer, {ANSWERS}] = await Promise.all([asked, import('../data/answers.ts')]);
      const parsed = ANSWERS.decisions.safeParse(answer);
      if (!parsed.success || parsed.data.length !== different.length)
        throw new PortalError('API_INVALID_ANSWER', [PATH]);
      const decisions = new Map(
        different.map((question, index) => [toKey(question), parsed.data[index]?.decision === true]),
      );
      for (const question of questions) question.resolve(decisions.get(toKey(question)) ?? false);
    } catch (error) {
      for (const question of questions) question.reject(error);
    }
  }

  return (action, scope) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(() => void flush());
      waiting.push({action, scope, resolve, reject});
    });
}

/** What makes two questions the same. */
export function toKey({action, scope}: {readonly action: Permission; readonly scope: Scope}): string {
  return `${action} ${toScopePath(scope)} ${scope.environment ?? ''}`;
}

function toRequest({action, scope}: Question): unknown {
  const {namespace, project, component, environment} = scope;
  return {
    action,
    resource: {type: action.split(':')[0], hierarchy: {namespace, project, component}},
    // Conditions compare environments by their full name.
    ...(environment && {context: {resource: {environment: namespace ? `${namespace}/${environment}` : environment}}}),
  };
}
