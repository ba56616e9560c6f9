import type {Fault, ModuleManifest} from '@openchoreo/portal-contract';
import {compileSchema} from '../json-schema/index.ts';

/** Published events whose payload schema is none: nothing could ever be checked against it. */
export function findEventFaults({events}: ModuleManifest): readonly Fault[] {
  return Object.entries(events?.publish ?? {}).flatMap(([name, schema]) => {
    const compiled = compileSchema(schema);
    if (compiled.ok) return [];
    const found = `a schema that cannot be used (${compiled.error})`;
    return [{path: `events.publish.${name}`, found, expected: 'a JSON Schema'}];
  });
}
