import {relative} from 'node:path';

/** `manifests`: read them again and restart the gateway; `gateway`: restart it. */
export type Reaction = 'manifests' | 'gateway';

/** What must happen when a source file changes. Vite itself reloads pages whose code changed. */
export function toReaction(root: string, file: string): Reaction | undefined {
  const path = relative(root, file);
  if (/[.]test[.]tsx?$|[/]testing[/]/.test(path)) return undefined;
  if (/^modules\/[^/]+\/(module[.]config[.]ts|index[.]ts|routes\/|messages\/)/.test(path)) return 'manifests';
  if (/^shell\/(messages\/|styles\/|index[.]html)/.test(path)) return 'manifests';
  if (/^(gateway|platform|contract)\/.*[.](ts|sql|json)$/.test(path)) return 'gateway';
  return undefined;
}
