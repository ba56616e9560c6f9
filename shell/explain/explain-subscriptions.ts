import type {ErrorCode, ModuleCheck, ModuleManifest} from '@openchoreo/portal-contract';
import {activationEvents} from '../events/activation-events.ts';
import type {ExplainContext} from './explain-parts.ts';
import {explainText} from './explain-texts.ts';
import type {Part} from './list-parts.ts';

interface ExplainedSubscription {
  readonly part: Part;
  readonly own: readonly ModuleCheck[];
}

/** The events a module hears, each with whether somebody publishes it, and whether it activates the module. */
export function explainSubscriptions(
  manifest: ModuleManifest,
  context: Pick<ExplainContext, 'records' | 'manifest' | 'messages'>,
): readonly Promise<ExplainedSubscription>[] {
  const {id, events, activation = []} = manifest;
  const activating = activationEvents({activation});
  return [...new Set([...(events?.subscribe ?? []), ...activating])].map(
    async (name): Promise<ExplainedSubscription> => ({
      part: {kind: 'subscription', key: `${id}/events/${name}`, name, module: id, perspectives: [], permissions: []},
      own: [
        await explainPublisher(name, context),
        {check: 'load', passed: true, detail: explainText(activating.includes(name) ? 'activates' : 'heard')},
      ],
    }),
  );
}

async function explainPublisher(
  event: string,
  {records, manifest, messages}: Pick<ExplainContext, 'records' | 'manifest' | 'messages'>,
): Promise<ModuleCheck> {
  const say = (passed: boolean, detail: string, code?: ErrorCode): ModuleCheck => ({
    check: 'dependency',
    passed,
    detail,
    ...(code && {code}),
  });
  const module = event.split(':')[0] ?? '';
  if (module === 'portal') return say(true, explainText('portalPublishes'));
  const record = records().find(({head}) => head.id === module);
  if (!record) return say(false, explainText('publisherAbsent', {module}));
  if ('error' in record) {
    const {error} = record;
    return say(false, `${explainText('publisherFailed', {module})} ${messages.error(error)}`, error.code);
  }
  const published = await manifest(record.head).catch(() => undefined);
  if (!published) return say(false, explainText('publisherUnread', {module}));
  const {publish = {}, undeclared = false} = published.events ?? {};
  if (!(event in publish) && !undeclared) return say(false, explainText('notPublished', {module}));
  return say(true, `${explainText('publishes', {module})} ${messages.text(`check.status.${record.status}`)}`);
}
