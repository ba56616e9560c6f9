import {z} from 'zod';

const PART = {d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000} as const;
const PATTERN = /^(?=.)(\d+d)?(\d+h)?(\d+m)?(\d+s)?$/;

/** Durations as the platform writes them: `10d1h30m`. */
export const durationSchema = z.string().regex(PATTERN, 'must be a duration such as 10d1h30m');

/** In milliseconds; undefined for what is no duration. */
export function parseDuration(text: string): number | undefined {
  if (!PATTERN.test(text)) return undefined;
  const parts = text.match(/\d+[dhms]/g) ?? [];
  return parts.reduce((sum, part) => sum + parseInt(part, 10) * PART[part.slice(-1) as keyof typeof PART], 0);
}
