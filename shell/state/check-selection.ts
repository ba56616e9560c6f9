import {
  resourceQuery,
  SCOPE_FIELDS,
  type Dispose,
  type KindName,
  type OpenChoreoKey,
  type Scope,
} from '@openchoreo/portal-contract';
import {isPortalError} from '../errors/to-portal-error.ts';
import type {ShellServices} from '../services.ts';

const KIND_OF: Readonly<Record<keyof Scope, KindName>> = {
  namespace: 'namespaces',
  project: 'projects',
  component: 'components',
  environment: 'environments',
};

type Services = Pick<ShellServices, 'api' | 'queryClient' | 'state' | 'notices' | 'messages'>;

/**
 * Says so when something of the selection is not there: an address may be typed or old, and an empty page does not tell
 * a namespace without anything in it from one that does not exist. Asks only where nothing that was read already tells.
 * @param delay milliseconds that the page has to read what it shows
 */
export function checkSelection(services: Services, delay = 1000): Dispose {
  const {state, notices, messages} = services;
  let dismiss: Dispose | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function check(scope: Scope): Promise<void> {
    const missing = await findMissing(scope, services);
    if (missing === undefined || scope !== state.selection.get()) return;
    dismiss = notices.show({
      kind: 'warning',
      text: messages.text('frame.scope.missing', {kind: messages.text(`frame.scope.${missing}`), name: scope[missing]}),
      action: {label: messages.text('frame.scope.leave-out'), run: () => state.select({[missing]: null})},
    });
  }

  const stop = state.selection.subscribe((scope) => {
    dismiss?.();
    dismiss = undefined;
    clearTimeout(timer);
    timer = setTimeout(() => void check(scope), delay);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** The uppermost field that names something which is not there, or which the person may not see. */
async function findMissing(scope: Scope, services: Services): Promise<keyof Scope | undefined> {
  for (const field of SCOPE_FIELDS) {
    const name = scope[field];
    if (name !== undefined && !isKnown(field, scope, services) && (await isMissing(field, scope, services)))
      return field;
  }
  return undefined;
}

/** Whether something that was read already is the object, or lies in it. */
function isKnown(field: keyof Scope, scope: Scope, {queryClient}: Services): boolean {
  return queryClient.getQueriesData({queryKey: ['openchoreo']}).some(([queryKey, data]) => {
    const [, kind, place = {}] = queryKey as Partial<OpenChoreoKey>;
    if (field !== 'namespace' && place.namespace !== scope.namespace) return false;
    const found = (Array.isArray(data) ? data : [data]) as readonly ({metadata?: {name?: string}} | undefined)[];
    if (place[field] === scope[field]) return found.some((one) => one?.metadata);
    return kind === KIND_OF[field] && found.some((one) => one?.metadata?.name === scope[field]);
  });
}

async function isMissing(field: keyof Scope, scope: Scope, {queryClient, api}: Services): Promise<boolean> {
  try {
    await queryClient.query({...resourceQuery(api, KIND_OF[field], scope, scope[field] ?? ''), retry: false});
    return false;
  } catch (error) {
    // What cannot be asked is not known to be missing.
    if (!isPortalError(error)) return false;
    return (
      error.code === 'PERMISSION_DENIED' ||
      error.code === 'NOT_FOUND' ||
      (error.code === 'PLATFORM_REFUSED' && ['403', '404'].includes(error.values[0] ?? ''))
    );
  }
}
