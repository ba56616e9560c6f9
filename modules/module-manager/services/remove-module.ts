import type {Host, RegistryEntry} from '@openchoreo/portal-contract';

type Asking = Pick<Host, 'notifications' | 'messages' | 'portal'>;

/** Asks, then takes an installed module out of the portal for everybody. False when the answer is no; rejects with the refusal. */
export async function removeModule(
  {notifications, messages, portal}: Asking,
  {id, name, dependents}: Pick<RegistryEntry, 'id' | 'name' | 'dependents'>,
): Promise<boolean> {
  const lines = [
    messages.text('remove.text', {name}),
    dependents.length > 0 && messages.text('remove.dependents', {name, dependents: dependents.join(', ')}),
  ];
  const isMeant = await notifications.confirm({
    title: messages.text('remove.title', {name}),
    text: lines.filter(Boolean).join(' '),
    confirm: messages.text('remove.confirm'),
    danger: true,
  });
  if (!isMeant) return false;
  const query = dependents.length > 0 ? '?dependents=true' : '';
  await portal.request(`/api/portal/modules/${encodeURIComponent(id)}${query}`, {method: 'DELETE'});
  notifications.show({kind: 'success', text: messages.text('remove.done', {name})});
  return true;
}
