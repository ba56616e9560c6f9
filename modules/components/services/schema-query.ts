import type {OpenChoreoClient, OpenChoreoKey} from '@openchoreo/portal-contract';
import type {SchemaChoice} from '../utils/schema-choice.ts';
import {type SchemaForm, toSchemaForm} from '../utils/schema-fields.ts';

/** The fields that what was chosen asks for, by its schema on the platform. */
export function schemaQuery(
  api: OpenChoreoClient,
  {plural, schemaPath}: Pick<SchemaChoice, 'plural' | 'schemaPath'>,
): {queryKey: OpenChoreoKey; queryFn: (context: {signal: AbortSignal}) => Promise<SchemaForm>} {
  return {
    queryKey: ['openchoreo', plural, {}, {schema: schemaPath}],
    queryFn: async ({signal}) => toSchemaForm(await api.request(schemaPath, {signal})),
  };
}
