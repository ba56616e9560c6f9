import type {SendRequest} from '../data/request.ts';
import type {ShellEventBus} from '../events/event-bus.ts';
import type {ShellPermissions} from '../permissions/permissions.ts';
import type {LoadExport} from '../registry/load-export.ts';
import type {Manifests} from '../registry/manifests.ts';
import type {Registry} from '../registry/registry.ts';
import type {ShellServices} from '../services.ts';

/** What the commands are made of; handed over when they are first needed. */
export interface CommandParts {
  readonly services: ShellServices;
  readonly registry: Registry;
  readonly manifests: Manifests;
  readonly permissions: ShellPermissions;
  readonly loadExport: LoadExport;
  readonly send: SendRequest;
  readonly events: Pick<ShellEventBus, 'emit'>;
  readonly showError: (error: unknown) => void;
  readonly report: (module: string, error: unknown) => void;
}
