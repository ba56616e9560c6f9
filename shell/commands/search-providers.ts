import {
  showsIn,
  type ContributionData,
  type Dispose,
  type ModuleHead,
  type SearchProviderData,
  type SearchResult,
} from '@openchoreo/portal-contract';
import type {CommandParts} from './command-parts.ts';
import {contributionsOf} from './contributions-of.ts';
import type {HandlerCall} from './call-handler.ts';

const POINT = 'portal.search';
/** Results of one provider that are shown. */
const MAX_RESULTS = 20;

/** What one provider says to what was typed. */
export interface ProviderAnswer {
  /** `<module>.<id>` */
  readonly key: string;
  readonly title: string;
  readonly icon?: string | undefined;
  readonly state:
    | {readonly status: 'pending'}
    | {readonly status: 'found'; readonly results: readonly SearchResult[]; readonly more: number}
    | {readonly status: 'failed'; readonly error: unknown};
}

export interface SearchOptions extends Pick<
  CommandParts,
  'manifests' | 'registry' | 'permissions' | 'services' | 'report'
> {
  readonly call: (call: HandlerCall) => Promise<unknown>;
  readonly milliseconds?: number;
}

/**
 * Asks all providers that the person may use, each by itself: calls back with what is known, again at every answer. One
 * that throws, hangs or answers nonsense stands as failed among the others. The undo aborts what is still running.
 */
export function searchProviders(
  text: string,
  {registry, manifests, permissions, services, report, call, milliseconds = 5000}: SearchOptions,
  onAnswer: (answers: readonly ProviderAnswer[]) => void,
): Dispose {
  const stop = new AbortController();
  const {signal} = stop;
  const answers = new Map<string, ProviderAnswer>();

  function set(answer: ProviderAnswer): void {
    if (signal.aborted) return;
    answers.set(answer.key, answer);
    onAnswer([...answers.values()]);
  }

  async function ask(head: ModuleHead, data: SearchProviderData & ContributionData): Promise<void> {
    const {title, icon, handler, minimum = 2} = data;
    const key = `${head.id}.${data.id}`;
    if (text.length < minimum) return;
    set({key, title, icon, state: {status: 'pending'}});
    try {
      const answer = await call({head, ...handler, title, input: text, milliseconds, signal});
      const {readResults} = await import('./read-results.ts');
      const {results, refused} = readResults(answer, title, MAX_RESULTS);
      if (refused.length > 0) report(head.id, new TypeError(`${key}: results left out: ${refused.join('; ')}`));
      const more = (answer as readonly unknown[]).length - results.length - refused.length;
      set({key, title, icon, state: {status: 'found', results, more}});
    } catch (error) {
      if (signal.aborted) return;
      report(head.id, error);
      set({key, title, icon, state: {status: 'failed', error}});
    }
  }

  const perspective = services.state.perspective.get();
  const may = (wanted: readonly string[] = []): boolean => wanted.every((action) => permissions.has(action));
  for (const {head} of registry.all.get()) {
    if (!head.contributes?.includes(POINT) || !may(head.permissions)) continue;
    manifests.get(head).then(
      (manifest) => {
        for (const data of contributionsOf(manifest, POINT)) {
          if (showsIn(data.perspective ?? head.perspective, perspective) && may(data.permissions)) void ask(head, data);
        }
      },
      (error: unknown) => report(head.id, error),
    );
  }
  return () => stop.abort(new DOMException('Something else was typed.', 'AbortError'));
}
