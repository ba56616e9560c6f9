import type {ExplainedModule, Explanation, PortalClient} from '@openchoreo/portal-contract';
import {isPortalError} from '../errors/to-portal-error.ts';
import type {Manifests} from '../registry/manifests.ts';
import type {Registry} from '../registry/registry.ts';
import {explainParts, type ExplainContext} from './explain-parts.ts';
import {findExplained} from './find-explained.ts';

export interface ExplainSources {
  readonly registry: Registry;
  readonly manifests: Manifests;
  readonly portal: PortalClient;
  readonly context: ExplainContext;
  /** Where the answer is written for people to read. */
  readonly output: Pick<Console, 'info'>;
}

/**
 * Explains one thing to whoever asks on the console, and writes it there, too. Whoever may see the portal's modules
 * gets the gateway's reasons; others what this tab knows. Of something unknown: nothing, and the names near it.
 */
export async function explainQuery(query: string, sources: ExplainSources): Promise<Explanation | undefined> {
  const modules = (await askGateway(sources.portal)) ?? (await readTab(sources));
  const explained = await Promise.all(modules.map((entry) => explainParts(entry, sources.context)));
  const {found, near} = findExplained(query, explained.flat());
  if (!found) {
    sources.output.info(`There is no '${query}'. Near it: ${near.join(', ')}`);
    return undefined;
  }
  const lines = found.checks.map(
    ({check, passed, detail, code}) => `${passed ? '✓' : '✗'} ${check}: ${detail}${code ? ` (${code})` : ''}`,
  );
  sources.output.info([`${found.kind} ${found.key} («${found.name}») is ${found.outcome}`, ...lines].join('\n  '));
  return found;
}

async function askGateway(portal: PortalClient): Promise<readonly ExplainedModule[] | undefined> {
  try {
    return (await portal.request('/api/portal/modules')) as readonly ExplainedModule[];
  } catch (error) {
    if (isPortalError(error) && error.code === 'PERMISSION_DENIED') return undefined;
    throw error;
  }
}

function readTab({registry, manifests}: ExplainSources): Promise<readonly ExplainedModule[]> {
  return Promise.all(
    registry.all.get().map(async ({head}) => ({
      id: head.id,
      name: head.name,
      checks: [],
      manifest: await manifests.get(head),
    })),
  );
}
