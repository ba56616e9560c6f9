import type {ContributionData, ModuleManifest} from './manifest.ts';
import type {ExtensionPoints} from './extension-points.ts';

/** A manifest as its author writes it, in `module.config.ts`: entries are source files beside it; routes may stand in `routes/`. */
export type ModuleConfig = DeepReadonly<Omit<ModuleManifest, 'contributes' | 'main' | 'messages'>> & {
  readonly contributes?: ContributesConfig | undefined;
};

/** Contributions to points whose type is known here are checked against it, those to others at build and run time. */
type ContributesConfig = Readonly<Record<string, readonly DeepReadonly<ContributionData>[]>> & {
  readonly [P in keyof ExtensionPoints]?: readonly (DeepReadonly<ContributionData> & ExtensionPoints[P])[];
};

type DeepReadonly<T> = T extends readonly (infer I)[]
  ? readonly DeepReadonly<I>[]
  : T extends object
    ? {readonly [K in keyof T]: DeepReadonly<T[K]>}
    : T;
