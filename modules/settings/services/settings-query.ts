import {type PortalClient, PortalError, type SettingGroup} from '@openchoreo/portal-contract';
import * as z from 'zod/mini';

const PATH = '/api/portal/settings';

/** What the page relies on; the settings themselves were judged with their manifest. */
const groupsSchema = z.array(
  z.looseObject({
    module: z.string(),
    name: z.string(),
    settings: z.array(z.looseObject({key: z.string(), type: z.string(), label: z.string()})),
    values: z.record(z.string(), z.unknown()),
  }),
);

const valuesSchema = z.object({values: z.record(z.string(), z.unknown())});

/** What can be set of the session's modules. */
export function settingsQuery(portal: PortalClient): {
  queryKey: readonly ['portal', 'settings'];
  queryFn: (context: {signal: AbortSignal}) => Promise<readonly SettingGroup[]>;
} {
  return {
    queryKey: ['portal', 'settings'],
    async queryFn({signal}) {
      const parsed = groupsSchema.safeParse(await portal.request(PATH, {signal}));
      if (!parsed.success) throw new PortalError('API_INVALID_ANSWER', [PATH], {cause: parsed.error});
      return parsed.data as unknown as readonly SettingGroup[];
    },
  };
}

/** Keeps the value, or goes back to the default without one. Gives back what is set of the module then. */
export async function keepSetting(
  portal: PortalClient,
  module: string,
  change: {readonly key: string; readonly value?: unknown},
): Promise<SettingGroup['values']> {
  const answer = await portal.request(`/api/portal/settings/${module}`, {method: 'PATCH', body: change});
  const parsed = valuesSchema.safeParse(answer);
  if (!parsed.success) throw new PortalError('API_INVALID_ANSWER', [PATH], {cause: parsed.error});
  return parsed.data.values;
}
