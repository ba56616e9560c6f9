import type {Host, RegistryEntry} from '@openchoreo/portal-contract';
import {switchModule, toDependents} from './switch-module.ts';

type Asking = Pick<Host, 'module' | 'notifications' | 'messages' | 'portal'>;

/** Asks whether a module may be disabled, where others go with it or where the switch goes, too. */
export async function confirmDisable(
  {module, notifications, messages}: Asking,
  {id, name}: Pick<RegistryEntry, 'id' | 'name'>,
  dependents: string,
): Promise<boolean> {
  const isOwn = id === module.id;
  if (!isOwn && !dependents) return true;
  const lines = [
    dependents && messages.text('disable.dependents', {name, dependents}),
    isOwn && messages.text('disable.own'),
  ];
  return notifications.confirm({
    title: messages.text('disable.title', {name}),
    text: lines.filter(Boolean).join(' '),
    confirm: messages.text('disable.confirm'),
    danger: true,
    ...(isOwn && {expect: id}),
  });
}

/** Switches the module; asks again when others turn out to go with it. Rejects with the refusal. */
export async function sendSwitch(
  host: Asking,
  {id, name, dependents}: Pick<RegistryEntry, 'id' | 'name' | 'dependents'>,
  enabled: boolean,
): Promise<void> {
  try {
    await switchModule(host.portal, {id, enabled, dependents: !enabled && dependents.length > 0});
  } catch (error) {
    // Somebody enabled a module that needs this one since the list was read: that one was not asked about.
    const others = enabled ? undefined : toDependents(error);
    if (others === undefined || !(await confirmDisable(host, {id, name}, others))) throw error;
    await switchModule(host.portal, {id, enabled, dependents: true});
  }
}
