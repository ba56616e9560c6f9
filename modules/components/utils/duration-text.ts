import type {Messages} from '@openchoreo/portal-contract';

/** «2m 5s»: the two largest units of the time between two moments; empty while one of them is not known. */
export function durationText(
  messages: Pick<Messages, 'number'>,
  startedAt: string | undefined,
  completedAt: string | undefined,
): string {
  const seconds = Math.round((Date.parse(completedAt ?? '') - Date.parse(startedAt ?? '')) / 1000);
  if (!(seconds >= 0)) return '';
  const parts = [
    ['hour', Math.floor(seconds / 3600)],
    ['minute', Math.floor(seconds / 60) % 60],
    ['second', seconds % 60],
  ] as const;
  const first = parts.findIndex(([, count]) => count > 0);
  return parts
    .slice(first < 0 ? 2 : first)
    .slice(0, 2)
    .map(([unit, count]) => messages.number(count, {style: 'unit', unit, unitDisplay: 'narrow'}))
    .join(' ');
}
