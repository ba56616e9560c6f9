import * as z from 'zod/mini';
import {API_VERSION} from './manifest-version.ts';
import {manifestSchema, type ModuleManifest} from './manifest.ts';

/** What editors show at each field; `docs/manifest.md` says more. */
const DESCRIPTIONS: Readonly<Record<keyof ModuleManifest, string>> = {
  id: 'Kebab-case, unique in the portal. Events, extension points and elements of the module begin with it.',
  name: 'What people call the module; %key% for a message of its catalogue.',
  version: 'Semantic version of the module.',
  apiVersion: `Version of the contract this manifest is written for: ${API_VERSION}.`,
  description: 'One sentence for operators.',
  author: 'Who makes it.',
  license: 'SPDX identifier.',
  homepage: 'Web address.',
  repository: 'Web address of the sources.',
  icon: 'Name of a Lucide icon.',
  tags: 'Words to find it by.',
  type: 'What sort of module it is.',
  category: 'What it is about.',
  perspective: 'For whom it is; without it, for both.',
  engines: 'Versions of the portal it works in.',
  dependencies: 'Modules it needs, and those it works with when they are there, with version ranges.',
  shared: 'Libraries it takes from the portal, with version ranges.',
  permissions: 'Actions a person must hold for the module to load at all.',
  actions: 'Further actions its code asks about.',
  capabilities: 'What it asks of the portal, each with a reason that operators read.',
  elements: 'Custom elements that other applications may embed.',
  routes: 'Its pages, below one base path.',
  navigation: 'Its entries in the navigation.',
  contributes: 'What it adds to extension points, by point.',
  extensionPoints: 'Points it opens to other modules, each with a JSON Schema of what fits.',
  events: 'Events it publishes, with JSON Schemas of their payloads, and those it follows.',
  settings: 'Settings from which the portal makes a page.',
  activation: 'What activates it besides its pages and contributions.',
  features: 'Feature flags.',
  metadata: 'Free data.',
  main: 'The built file whose export holds hooks and stores; written by the build.',
  messages: 'Message catalogues by locale; written by the build.',
  files: 'Digests (SRI) of the built files; to be installed from an address a module needs all of them.',
};

/** The manifest's JSON Schema (draft 2020-12), for editors and for tools that do not run zod. */
export function manifestJsonSchema(): Record<string, unknown> {
  const schema: Record<string, unknown> = z.toJSONSchema(manifestSchema, {unrepresentable: 'any', io: 'input'});
  const properties = schema['properties'] as Record<string, object>;
  for (const [field, description] of Object.entries(DESCRIPTIONS)) {
    properties[field] = {description, ...properties[field]};
  }
  properties['$schema'] = {type: 'string', description: 'Address of this schema, for editors.'};
  return {title: 'Module manifest of the OpenChoreo Portal', ...schema};
}
