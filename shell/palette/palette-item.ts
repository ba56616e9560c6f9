import type {IconNode, RecentChoice} from '@openchoreo/portal-contract';
import type {TextMatch} from './match-text.ts';

/** One thing the palette offers. */
export interface PaletteItem {
  /** Tells it from all others. */
  readonly key: string;
  readonly title: string;
  /** Before the title: «Theme». */
  readonly category?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly icon?: readonly IconNode[] | undefined;
  readonly shortcut?: string | undefined;
  /** What else it is found by. */
  readonly keywords?: readonly string[] | undefined;
  /** Why it cannot be chosen now. */
  readonly reason?: string | undefined;
  /** Beside the title, such as the perspective it belongs to. */
  readonly remark?: string | undefined;
  /** The page it opens. */
  readonly path?: string | undefined;
  /** For a new tab. */
  readonly href?: string | undefined;
  readonly run: () => void;
  /** As it is remembered. */
  readonly recent?: RecentChoice | undefined;
  /** Which part of the title was typed. */
  readonly ranges?: TextMatch['ranges'];
}

export interface PaletteGroup {
  readonly key: string;
  readonly title: string;
  readonly items: readonly PaletteItem[];
  /** Below the items: that more was found, that the provider did not answer. */
  readonly note?: string;
  readonly isPending?: boolean;
}
