import type {CommandData, ModuleHead, Permission, PerspectiveTarget} from '@openchoreo/portal-contract';

/** One command of this tab: a module's, as its manifest declares it, or one of the shell. */
export interface Command {
  /** `<module>.<id>` */
  readonly id: string;
  readonly title: string;
  readonly data: Omit<CommandData, 'title'>;
  readonly perspective?: PerspectiveTarget | undefined;
  /** The module's own, then the command's. */
  readonly permissions: readonly Permission[];
  readonly action:
    | {readonly kind: 'page'; readonly path: string}
    | {readonly kind: 'handler'; readonly head: ModuleHead; readonly entry: string; readonly export: string}
    | {readonly kind: 'shell'; readonly run: () => unknown};
}

/** Whether the palette can run it: it has no way to ask for input. */
export function needsInput({data: {input}}: Command): boolean {
  const required = input?.['required'];
  return Array.isArray(required) && required.length > 0;
}
