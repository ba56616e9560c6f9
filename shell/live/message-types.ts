/** What the gateway's stream says, by the type of its events; the parser of each is fetched when the first one comes. */
export const MESSAGE_TYPES = [
  'composition',
  'change',
  'store',
  'session-ended',
  'settings',
  'permissions',
  'notifications',
] as const;
