/** RFC 3339 to the second, as Kubernetes writes times. */
export function toTimestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
