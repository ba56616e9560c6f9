import type {ComponentReference} from './manifest.ts';

/**
 * A contribution to `portal.status`: a short line at the foot of the navigation that says how something is. The
 * component draws it (one line, 13 px; in the narrow sidebar there is room for an icon); without one it is a link of
 * icon and title.
 */
export interface StatusItemData {
  readonly title: string;
  readonly component?: ComponentReference;
  /** Name of a lucide icon. */
  readonly icon?: string;
  readonly path?: string;
}
