import {
  PortalError,
  type Boot,
  type CompiledMessages,
  type Logger,
  type ModuleManifest,
} from '@openchoreo/portal-contract';
import {createCatalogue, type Catalogue} from './catalogue.ts';

export interface Languages {
  /** The shell's own catalogue. */
  readonly shell: Catalogue;
  /** The catalogue of a module in the language in use, fetched unless it came with the page. Each module has one. */
  forModule(manifest: ModuleManifest, address: string): Promise<Catalogue>;
  /** Takes the page's data in another language: loads all catalogues in use, calls back, then shows them together. */
  use(boot: LanguageBoot, onLoaded: () => void): Promise<void>;
}

/** What of the page's data is in a language. */
export interface LanguageBoot extends Pick<Boot, 'messages'> {
  readonly preferences: Pick<Boot['preferences'], 'locale'>;
}

export interface LanguageOptions {
  readonly boot: LanguageBoot;
  readonly fetch: typeof fetch;
  readonly log: (module: string) => Pick<Logger, 'warn'>;
}

interface ModuleCatalogue {
  readonly catalogue: Catalogue;
  readonly manifest: ModuleManifest;
  readonly address: string;
}

/** The catalogues of this tab, all in one language. */
export function createLanguages({boot: first, fetch: get, log}: LanguageOptions): Languages {
  let boot = first;
  let locale = boot.preferences.locale;
  const shell = createCatalogue(locale, boot.messages['portal'] ?? {}, log('portal'));
  const modules = new Map<string, ModuleCatalogue>();

  async function fetchMessages(module: string, url: string): Promise<CompiledMessages> {
    const response = await get(url).catch((cause: unknown) => {
      throw new PortalError('MODULE_LOAD_FAILED', [module], {cause});
    });
    if (!response.ok)
      throw new PortalError('MODULE_LOAD_FAILED', [module], {cause: `${url}: status ${response.status}`});
    return (await response.json()) as CompiledMessages;
  }

  /** A module without the language speaks the first one it has. */
  function find(manifest: ModuleManifest, address: string, language: string): Promise<CompiledMessages> {
    const {messages = {}} = manifest;
    const entry = messages[language] ?? messages['en'] ?? Object.values(messages)[0];
    if (entry === undefined) return Promise.resolve({});
    return fetchMessages(manifest.id, new URL(entry, new URL(address, location.origin)).href);
  }

  return {
    shell,
    async forModule(manifest, address) {
      const here = modules.get(manifest.id);
      if (here) return here.catalogue;
      const language = locale;
      const messages = boot.messages[manifest.id] ?? (await find(manifest, address, language));
      const made = modules.get(manifest.id)?.catalogue ?? createCatalogue(language, messages, log(manifest.id), shell);
      modules.set(manifest.id, {catalogue: made, manifest, address});
      return language === locale ? made : this.forModule(manifest, address);
    },
    async use(next, onLoaded) {
      const language = next.preferences.locale;
      const used = [...modules.values()];
      const messages = await Promise.all(
        used.map(async ({manifest, address}) => next.messages[manifest.id] ?? find(manifest, address, language)),
      );
      boot = next;
      locale = language;
      onLoaded();
      shell.load(language, next.messages['portal'] ?? {});
      used.forEach(({catalogue}, index) => catalogue.load(language, messages[index] ?? {}));
    },
  };
}
