/** What a module wants the person to find later, too. Text is in the person's language already. */
export interface NotificationDraft {
  readonly kind: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly text?: string;
  /** Page it leads to. */
  readonly path?: string;
  /** Full id of a command it runs; not together with `path`. */
  readonly command?: string;
  /** A later one of the same key and module takes the place of this one, as unread. */
  readonly key?: string;
}

/** One line of the notification centre. */
export interface PortalNotification extends NotificationDraft {
  readonly id: number;
  /** Id of the module it is of; `portal` for the portal itself. */
  readonly module: string;
  /** ISO time. */
  readonly at: string;
  readonly read: boolean;
}

/** `GET /api/portal/notifications`: the newest first. */
export interface NotificationList {
  readonly items: readonly PortalNotification[];
  readonly unread: number;
}

/** Notifications a module may add for one person within a minute; what is more is left out. */
export const NOTIFICATIONS_PER_MINUTE = 20;
