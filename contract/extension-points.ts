import type {CommandData} from './commands.ts';
import type {ComponentReference, ContributionData} from './manifest.ts';
import type {SearchProviderData} from './search.ts';
import type {StatusItemData} from './status.ts';

/**
 * What a contribution to each extension point says. Open: the module that owns a point adds its line by declaration
 * merging, so that a contribution is typed for whoever contributes and whoever shows it.
 */
export interface ExtensionPoints {
  /** Cards of the dashboard, owned by the module `dashboard`. */
  'dashboard.cards': DashboardCard;
  /** What people can do, owned by the portal. */
  'portal.commands': CommandData;
  /** What the command palette finds, owned by the portal. */
  'portal.search': SearchProviderData;
  /** A module's own settings page, owned by the portal. */
  'portal.settings': SettingsPageData;
  /** How things are, at the foot of the navigation, owned by the portal. */
  'portal.status': StatusItemData;
}

export interface SettingsPageData {
  readonly title: string;
  readonly component: ComponentReference;
}

export type ExtensionPointId = keyof ExtensionPoints;

export interface DashboardCard {
  readonly title: string;
  readonly component: ComponentReference;
  /** Columns of twelve. Default 4. */
  readonly columns?: 3 | 4 | 6 | 8 | 12;
  /** Rows of the grid, each about 88 px. Default 2; a card's place is kept at this height from the first paint. */
  readonly rows?: number;
}

/**
 * One visible contribution: the user may see it in this perspective, and its module is not disabled. One of a failed
 * module stays: its place says what happened and offers to try again.
 */
export interface Contribution<D = ContributionData> {
  readonly module: string;
  readonly point: string;
  readonly id: string;
  /** Unique in the portal: `<module>/<point>/<id>`. */
  readonly key: string;
  readonly data: D & ContributionData;
}
