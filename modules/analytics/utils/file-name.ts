/** `component-growth_acme_payments_2026-11-25.csv`: what it is, of which scope, of which (local) day. */
export function toFileName(
  report: string,
  scope: {readonly namespace?: string; readonly project?: string},
  now: Date,
): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  const parts = [report, scope.namespace, scope.project, day.join('-')].filter((part) => part);
  return `${parts.join('_').replace(/[^\w.-]/g, '-')}.csv`;
}
