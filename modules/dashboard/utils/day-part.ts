export type DayPart = 'morning' | 'afternoon' | 'evening';

/** Which greeting fits the hour on the person's own clock. */
export function toDayPart(now: Date): DayPart {
  const hour = now.getHours();
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}
