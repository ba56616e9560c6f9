import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {portalBuildSchema, type PortalBuild} from '@openchoreo/portal-contract';

/** What the portal was built of; nothing when it has not been built yet. */
export async function readBuiltPortal(buildFolder: string): Promise<PortalBuild | undefined> {
  const text = await readFile(join(buildFolder, 'portal.json'), 'utf8').catch(() => 'null');
  return portalBuildSchema.safeParse(JSON.parse(text)).data;
}
