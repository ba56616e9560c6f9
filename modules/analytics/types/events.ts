/** Payload of `analytics:data-updated`: of which scope there are new figures, and the first of them. */
export interface DataUpdated {
  readonly namespace: string;
  readonly project?: string;
  /** ISO 8601: when the platform answered. */
  readonly updatedAt: string;
  readonly components: number;
}

declare module '@openchoreo/portal-contract' {
  interface PortalEvents {
    /** New data came from the platform; the module's store holds the figures made of it. */
    'analytics:data-updated': DataUpdated;
  }
}
