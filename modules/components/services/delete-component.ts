import type {CommandHandler} from '@openchoreo/portal-contract';

/** The command that deletes the selected component, after a question that asks for its name. */
export const deleteComponent: CommandHandler = async (_input, {host, scope}) => {
  const {namespace, component: name} = scope;
  if (!namespace || !name) throw new TypeError('The command declares that it needs a component, and got none');
  const text = (key: string): string => host.messages.text(key, {name});
  const isSure = await host.notifications.confirm({
    title: text('component.delete.title'),
    text: text('component.delete.text'),
    confirm: text('action.delete'),
    danger: true,
    expect: name,
  });
  if (!isSure) return;
  await host.api.remove('components', {namespace, name});
  host.notifications.show({kind: 'success', text: text('delete.done')});
  host.navigation.go('/catalog/components', {select: {component: null}});
};
