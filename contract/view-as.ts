/** A role of the platform; a namespaced one with its namespace. */
export interface RoleReference {
  readonly kind: 'ClusterAuthzRole' | 'AuthzRole';
  readonly name: string;
  readonly namespace?: string;
}

/** A role as an operator may look at the portal with (`GET /api/portal/view-as`). */
export interface RoleChoice extends RoleReference {
  readonly description?: string;
  /** Actions and wildcards it holds. */
  readonly actions: readonly string[];
}
