import type {ExplainedModule, Explanation} from '@openchoreo/portal-contract';
import type {ExplainMeans} from '../registry/explain.ts';
import {explainParts, type ExplainContext} from './explain-parts.ts';

/** As `explainParts`, by what this tab has. */
export function explainModule(module: ExplainedModule, means: ExplainMeans): Promise<readonly Explanation[]> {
  return explainParts(module, toContext(means));
}

/** What explanations ask of a tab. Made here, since only explanations need it. */
export function toContext(means: ExplainMeans): ExplainContext {
  const {registry, manifests, loadExport, failures, perspective, selection, permissions, messages} = means;
  return {
    explainModule: (id) => means.explain(id),
    records: () => registry.all.get(),
    perspective: () => perspective.get(),
    selection: () => selection.get(),
    permissions,
    failure: (key) => failures.get(key),
    messages,
    manifest: (head) => manifests.get(head),
    definition: async ({head}, {main}) => main && loadExport(head, main.entry, main.export),
  };
}
