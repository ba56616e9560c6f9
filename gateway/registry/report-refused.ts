import type {Log} from '../observability/index.ts';
import type {ModuleRegistry} from './module-registry.ts';

/** Says in the log which modules are refused, each once for each reason. */
export function reportRefused(registry: ModuleRegistry, log: Log): void {
  let told = new Set<string>();
  const tell = (): void => {
    const now = new Set<string>();
    for (const module of registry.all) {
      if (module.status !== 'refused') continue;
      const mark = JSON.stringify([module.source, module.version, module.problem]);
      now.add(mark);
      if (!told.has(mark)) log.error({module: module.id, problem: module.problem}, 'a module was refused');
    }
    told = now;
  };
  registry.onChange(tell);
  tell();
}
