import type {CommandHandler, HandlerContext, SearchResult} from '@openchoreo/portal-contract';
import {registryQuery} from './registry-query.ts';
import {confirmDisable, sendSwitch} from './switch-questions.ts';

const SWITCH = 'module-manager.switch-module';

/** Modules by name, for the command palette: their page, and for those who may, the switch. */
export async function findModules(text: string, {host, query}: HandlerContext): Promise<SearchResult[]> {
  const entries = await query({...registryQuery(host.portal), staleTime: 10_000});
  const words = text.toLocaleLowerCase().split(/\s+/);
  const found = entries.filter(({id, name}) =>
    words.every((word) => `${name} ${id}`.toLocaleLowerCase().includes(word)),
  );
  const maySwitch = await host.permissions.can('portalmodule:update', {});
  return found.flatMap(({id, name, version, status}): readonly SearchResult[] => {
    const page = {title: name, subtitle: `${id} ${version}`, icon: 'blocks', path: `/modules/${id}`};
    if (!maySwitch || status === 'refused') return [page];
    const enabled = status !== 'enabled';
    const title = host.messages.text(enabled ? 'command.enable' : 'command.disable', {name});
    return [page, {title, icon: 'power', command: SWITCH, input: {id, enabled}}];
  });
}

/** The command that enables or disables a module for everybody, with the questions that its switch asks. */
export const switchByCommand: CommandHandler<{id: string; enabled: boolean}> = async ({id, enabled}, {host, query}) => {
  const entries = await query({...registryQuery(host.portal), staleTime: 0});
  const entry = entries.find((one) => one.id === id) ?? {id, name: id, dependents: []};
  if (!enabled && !(await confirmDisable(host, entry, entry.dependents.join(', ')))) return;
  await sendSwitch(host, entry, enabled);
  const key = enabled ? 'switch.enabled' : 'switch.disabled';
  host.notifications.show({kind: 'success', text: host.messages.text(key, {name: entry.name})});
};
