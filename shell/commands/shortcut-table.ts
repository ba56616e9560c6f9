import {PortalError, type Perspective, type PerspectiveTarget, showsIn} from '@openchoreo/portal-contract';
import {isSingleKeys, parseShortcut, type Chord} from './parse-shortcut.ts';

/** A shortcut as its command claims it. */
export interface ShortcutClaim {
  /** Full id. */
  readonly command: string;
  readonly keys: string;
  readonly perspective?: PerspectiveTarget | undefined;
}

export interface Shortcut extends ShortcutClaim {
  readonly chords: readonly Chord[];
  /** See `isSingleKeys`. */
  readonly isSingle: boolean;
}

export interface ShortcutTable {
  readonly shortcuts: readonly Shortcut[];
  /** Claims that were refused, each with the reason by name. */
  readonly refused: readonly (ShortcutClaim & {readonly error: PortalError})[];
}

/**
 * Hands shortcuts out: who comes first has it. A second claim to the same keys, or to the beginning of others, is
 * refused, unless the two are never there together because they are of different perspectives.
 */
export function createShortcutTable(claims: readonly ShortcutClaim[]): ShortcutTable {
  const shortcuts: Shortcut[] = [];
  const refused: (ShortcutClaim & {error: PortalError})[] = [];
  for (const claim of claims) {
    const {command, keys} = claim;
    const parsed = parseShortcut(keys);
    if (!parsed.ok) {
      refused.push({...claim, error: new PortalError('SHORTCUT_INVALID', [command, keys, parsed.error])});
      continue;
    }
    const chords = parsed.value;
    const owner = shortcuts.find(
      (other) => meet(other.perspective, claim.perspective) && overlap(other.chords, chords),
    );
    if (owner) refused.push({...claim, error: new PortalError('SHORTCUT_TAKEN', [command, keys, owner.command])});
    else shortcuts.push({...claim, chords, isSingle: isSingleKeys(chords)});
  }
  return {shortcuts, refused};
}

/** What the keys pressed so far mean: a command, the beginning of one (`more`), or nothing. */
export function matchShortcut(
  table: ShortcutTable,
  pressed: readonly Chord[],
  {perspective, singleKeys}: {readonly perspective: Perspective; readonly singleKeys: boolean},
): Shortcut | 'more' | undefined {
  const usable = table.shortcuts.filter(
    (one) => (singleKeys || !one.isSingle) && showsIn(one.perspective, perspective),
  );
  const begun = usable.filter(({chords}) => pressed.every((chord, index) => isSame(chord, chords[index])));
  return begun.find(({chords}) => chords.length === pressed.length) ?? (begun.length > 0 ? 'more' : undefined);
}

/** One is the other, or its beginning. */
function overlap(a: readonly Chord[], b: readonly Chord[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.every((chord, index) => isSame(chord, long[index]));
}

function isSame(a: Chord, b: Chord | undefined): boolean {
  return a.key === b?.key && a.mod === b.mod && a.shift === b.shift;
}

function meet(a: PerspectiveTarget = 'both', b: PerspectiveTarget = 'both'): boolean {
  return a === b || a === 'both' || b === 'both';
}
