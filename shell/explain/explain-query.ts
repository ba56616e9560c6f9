import type {ExplainedModule, Explanation, PortalClient} from '@openchoreo/portal-contract';
import {isPortalError} from '../errors/to-portal-error.ts';
import type {ExplainMeans} from '../registry/explain.ts';
import {toContext} from './explain-module.ts';
import {explainParts, type ExplainContext} from './explain-parts.ts';
import {findExplained} from './find-explained.ts';

export interface ExplainSources {
  readonly portal: PortalClient;
  readonly means: ExplainMeans;
}

/** Where the answer is written for people to read: whoever asks does so there. */
const OUTPUT: Pick<Console, 'info'> = console;

/**
 * Explains one thing to whoever asks on the console, and writes it there, too. Whoever may see the portal's modules
 * gets the gateway's reasons; others what this tab knows. Of something unknown: nothing, and the names near it.
 */
export async function explainQuery(query: string, sources: ExplainSources): Promise<Explanation | undefined> {
  const own = toContext(sources.means);
  const context: ExplainContext = {
    ...own,
    // All modules are looked through: the code of those that nobody has needed yet stays where it is.
    definition: async (record, manifest) => (record.status === 'active' ? own.definition(record, manifest) : undefined),
  };
  const modules = (await askGateway(sources.portal)) ?? (await readTab(sources));
  const explained = await Promise.all(modules.map((entry) => explainParts(entry, context)));
  const {found, near} = findExplained(query, explained.flat());
  if (!found) {
    OUTPUT.info(`There is no '${query}'. Near it: ${near.join(', ')}`);
    return undefined;
  }
  const lines = found.checks.map(
    ({check, passed, detail, code}) => `${passed ? '✓' : '✗'} ${check}: ${detail}${code ? ` (${code})` : ''}`,
  );
  OUTPUT.info([`${found.kind} ${found.key} («${found.name}») is ${found.outcome}`, ...lines].join('\n  '));
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

function readTab({means: {registry, manifests}}: ExplainSources): Promise<readonly ExplainedModule[]> {
  return Promise.all(
    registry.all.get().map(async ({head}) => ({
      id: head.id,
      name: head.name,
      checks: [],
      manifest: await manifests.get(head),
    })),
  );
}
