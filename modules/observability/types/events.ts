/** Payload of `observability:errors-arrived`. */
export interface ErrorsArrived {
  readonly namespace: string;
  readonly project?: string;
  readonly component?: string;
  readonly count: number;
}

declare module '@openchoreo/portal-contract' {
  interface PortalEvents {
    'observability:errors-arrived': ErrorsArrived;
  }
}
