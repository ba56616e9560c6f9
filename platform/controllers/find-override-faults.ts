import type {FieldError} from '../engine/api-error.ts';
import {at, listAt, textAt, type JsonObject} from '../engine/json.ts';
import {findValueFaults} from '../kinds/parameter-schema.ts';

/** What is wrong with the values a binding has for one environment, by the types and traits frozen in its release. */
export function findOverrideFaults(release: JsonObject, binding: JsonObject): readonly FieldError[] {
  const ofType = findValueFaults(
    at(release, 'componentType', 'spec', 'environmentConfigs'),
    binding['componentTypeEnvironmentConfigs'],
    'spec.componentTypeEnvironmentConfigs',
  );
  const ofTraits = listAt(release, 'componentProfile', 'traits').flatMap((instance) => {
    const name = textAt(instance, 'instanceName') ?? '';
    const frozen = listAt(release, 'traits').find(
      (trait) =>
        textAt(trait, 'name') === textAt(instance, 'name') && textAt(trait, 'kind') === textAt(instance, 'kind'),
    );
    const values = at(binding, 'traitEnvironmentConfigs', name);
    return findValueFaults(at(frozen, 'spec', 'environmentConfigs'), values, `spec.traitEnvironmentConfigs.${name}`);
  });
  return [...ofType, ...ofTraits];
}
