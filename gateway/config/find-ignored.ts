/** Variables that a later version of the portal understands. */
const LATER = ['MODULE_REGISTRY_URL', 'OTEL_EXPORTER_OTLP_ENDPOINT'];

/** The variables that are set in vain, so that nobody believes they work. */
export function findIgnored(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  return LATER.filter((name) => Boolean(environment[name]));
}
