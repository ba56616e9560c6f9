import type {LogLine} from '@openchoreo/portal-contract';

/** Lines as text, the oldest first, as a terminal would show them. */
export function toCopyText(lines: readonly LogLine[]): string {
  return lines.toReversed().map(toText).join('\n');
}

function toText({timestamp, level, pod, text}: LogLine): string {
  return [timestamp, level, pod, text].filter(Boolean).join(' ');
}
