/** What people call a component type: `service` of `deployment/service`. */
export function toTypeName(type: string): string {
  return type.split('/').at(-1) ?? '';
}
