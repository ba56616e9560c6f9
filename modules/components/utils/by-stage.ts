import type {Environment} from '@openchoreo/portal-contract';

/** The order in which software goes through them is the pipeline's business; oldest first and production last is close. */
export function byStage(a: Environment, b: Environment): number {
  return (
    Number(a.spec?.isProduction ?? false) - Number(b.spec?.isProduction ?? false) ||
    Date.parse(a.metadata.creationTimestamp ?? '') - Date.parse(b.metadata.creationTimestamp ?? '')
  );
}
