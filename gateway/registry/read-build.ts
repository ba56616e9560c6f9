import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {portalBuildSchema, PortalError, type PortalBuild} from '@openchoreo/portal-contract';

export interface BuiltPortal {
  readonly build: PortalBuild;
  /** The page with its placeholders. */
  readonly template: string;
  readonly folder: string;
  /** The folder of what browsers fetch. */
  readonly clientFolder: string;
}

/** Reads what the build left in the folder. Rejects with `BUILD_MISSING`, naming the file. */
export async function readBuild(folder: string): Promise<BuiltPortal> {
  const text = await readPart(join(folder, 'portal.json'));
  const template = await readPart(join(folder, 'index.html'));
  const parsed = portalBuildSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new PortalError('BUILD_MISSING', [join(folder, 'portal.json')], {cause: parsed.error});
  return {build: parsed.data, template, folder, clientFolder: join(folder, 'client')};
}

async function readPart(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new PortalError('BUILD_MISSING', [file], {cause});
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema refuses it and the error names the file
  }
}
