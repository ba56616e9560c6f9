import type {ModuleHead} from '@openchoreo/portal-contract';

const PREFIX = 'onEvent:';

/** Names of the events that activate the module and that it gets once it is active. */
export function activationEvents({activation = []}: Pick<ModuleHead, 'activation'>): readonly string[] {
  return activation.filter((event) => event.startsWith(PREFIX)).map((event) => event.slice(PREFIX.length));
}
