import type {OpenChoreoClient, OpenChoreoKey} from '@openchoreo/portal-contract';
import type {ComponentTypeChoice} from '../utils/component-type-choice.ts';
import {type SchemaForm, toSchemaForm} from '../utils/schema-fields.ts';

/** The fields a component of this type needs, asked from the platform. */
export function componentSchemaQuery(
  api: OpenChoreoClient,
  {reference, schemaPath}: ComponentTypeChoice,
): {queryKey: OpenChoreoKey; queryFn: (context: {signal: AbortSignal}) => Promise<SchemaForm>} {
  const kind = reference.kind === 'ComponentType' ? 'componenttypes' : 'clustercomponenttypes';
  return {
    queryKey: ['openchoreo', kind, {}, {schema: schemaPath}],
    queryFn: async ({signal}) => toSchemaForm(await api.request(schemaPath, {signal})),
  };
}
