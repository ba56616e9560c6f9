const SECRETS = /SECRET|PASSWORD|DATABASE_URL/;

/** A variable's value as it may stand in a message: quoted, cut, and not at all when it is a secret. */
export function describeValue(name: string, value: string | undefined): string {
  if (value === undefined) return 'not set';
  if (SECRETS.test(name)) return 'set to something else';
  if (URL.canParse(value) && hasSecretParts(new URL(value))) return `'${new URL(value).host}' with more to it`;
  return `'${value.length > 80 ? `${value.slice(0, 80)}…` : value}'`;
}

/** Credentials and queries may open doors. */
function hasSecretParts({username, password, search, hash}: URL): boolean {
  return `${username}${password}${search}${hash}` !== '';
}
