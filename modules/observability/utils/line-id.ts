import type {LogLine} from '@openchoreo/portal-contract';

/** A name for a line that is the same whoever asks for it: its moment, and a number made of all that it says. */
export function toLineId({timestamp, text, pod = '', container = '', component = ''}: LogLine): string {
  let hash = 0x811c9dc5;
  for (const character of `${component}\n${pod}\n${container}\n${text}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return `${Date.parse(timestamp)}-${(hash >>> 0).toString(36)}`;
}

/** The moment that a name begins with; undefined when it is none. */
export function readLineId(id: string): {readonly at: number} | undefined {
  const [, at] = /^(\d{1,14})-[0-9a-z]{1,7}$/.exec(id) ?? [];
  return at === undefined ? undefined : {at: Number(at)};
}
