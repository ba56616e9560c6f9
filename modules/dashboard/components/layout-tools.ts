import type {IconNode} from '@openchoreo/portal-contract';
import ArrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import ArrowRight from 'lucide/dist/esm/icons/arrow-right.mjs';
import ChevronsDownUp from 'lucide/dist/esm/icons/chevrons-down-up.mjs';
import ChevronsLeftRight from 'lucide/dist/esm/icons/chevrons-left-right.mjs';
import ChevronsRightLeft from 'lucide/dist/esm/icons/chevrons-right-left.mjs';
import ChevronsUpDown from 'lucide/dist/esm/icons/chevrons-up-down.mjs';

/** One thing that can be done with a card, by button and by key. */
export interface LayoutTool {
  readonly name: 'earlier' | 'later' | 'narrower' | 'wider' | 'shorter' | 'taller';
  readonly icon: readonly IconNode[];
  /** As `KeyboardEvent.key` has them. */
  readonly keys: readonly string[];
  readonly moves?: -1 | 1;
  readonly widens?: -1 | 1;
  readonly grows?: -1 | 1;
}

export const LAYOUT_TOOLS: readonly LayoutTool[] = [
  {name: 'earlier', icon: ArrowLeft, keys: ['ArrowLeft', 'ArrowUp'], moves: -1},
  {name: 'later', icon: ArrowRight, keys: ['ArrowRight', 'ArrowDown'], moves: 1},
  {name: 'narrower', icon: ChevronsRightLeft, keys: ['Shift+ArrowLeft'], widens: -1},
  {name: 'wider', icon: ChevronsLeftRight, keys: ['Shift+ArrowRight'], widens: 1},
  {name: 'shorter', icon: ChevronsDownUp, keys: ['Shift+ArrowUp'], grows: -1},
  {name: 'taller', icon: ChevronsUpDown, keys: ['Shift+ArrowDown'], grows: 1},
];
