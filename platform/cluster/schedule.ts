const BOUNDS = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

/** Whether a scheduled task begins in a minute, counted from 1970 in UTC. */
export type Schedule = (minute: number) => boolean;

/**
 * Reads a cron expression of five fields: numbers, `*`, ranges, lists and steps. One that cannot be read never begins.
 * As with cron, a day fits by month or by week where both are given.
 */
export function parseSchedule(expression: string): Schedule {
  const fields = expression.trim().split(/\s+/);
  const sets = BOUNDS.map(([first, last], index) => parseField(fields[index] ?? '', first, last));
  const [minutes, hours, days, months, weekdays] = sets;
  if (fields.length !== 5 || !minutes || !hours || !days || !months || !weekdays) return () => false;
  const either = fields[2] !== '*' && fields[4] !== '*';
  return (minute) => {
    if (!minutes.has(minute % 60)) return false;
    const date = new Date(minute * 60_000);
    if (!hours.has(date.getUTCHours()) || !months.has(date.getUTCMonth() + 1)) return false;
    const [byMonth, byWeek] = [days.has(date.getUTCDate()), fitsWeekday(weekdays, date.getUTCDay())];
    return either ? byMonth || byWeek : byMonth && byWeek;
  };
}

/** Sunday is 0, and 7. */
function fitsWeekday(weekdays: ReadonlySet<number>, day: number): boolean {
  return weekdays.has(day) || (day === 0 && weekdays.has(7));
}

function parseField(field: string, first: number, last: number): ReadonlySet<number> | undefined {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const [, all, from, to, step] = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part) ?? [];
    if (all === undefined && from === undefined) return undefined;
    const begin = all ? first : Number(from);
    const end = all || (step !== undefined && to === undefined) ? last : Number(to ?? from);
    if (begin < first || end > last || step === '0') return undefined;
    for (let value = begin; value <= end; value += Number(step ?? 1)) values.add(value);
  }
  return values;
}
