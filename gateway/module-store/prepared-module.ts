import type {CompiledMessages, ModuleManifest} from '@openchoreo/portal-contract';
import type {ConsumerManifest} from '@openchoreo/portal-contract';
import type {ModuleFiles} from './read-module-folder.ts';

/** A module that was read and checked, ready to be stored. */
export interface PreparedModule {
  readonly id: string;
  readonly version: string;
  /** Of everything it was made of. */
  readonly digest: string;
  /** What browsers fetch: its own files, and those that were generated for it. */
  readonly files: ModuleFiles;
  readonly manifest: ModuleManifest;
  readonly messages: Readonly<Record<string, CompiledMessages>>;
  /** Of a consumer of `window.OpenChoreo`: its own manifest, of which the portal's was made. */
  readonly consumer?: ConsumerManifest | undefined;
}
