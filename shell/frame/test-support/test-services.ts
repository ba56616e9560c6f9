import {PortalError, type KindName, type Resource, type RoleReference, type Scope} from '@openchoreo/portal-contract';
import {QueryClient} from '@tanstack/query-core';
import {atom, type WritableAtom} from 'nanostores';
import {createCatalogue, type Catalogue} from '../../messages/catalogue.ts';
import de from '../../messages/de.json' with {type: 'json'};
import en from '../../messages/en.json' with {type: 'json'};
import {toMessages} from '../../testing/to-messages.ts';
import type {NavigationEntry, Notice, PageState, Question, ShellServices} from '../../services.ts';

/** The services with stores that a test can set, and a record of what the frame asked for. */
export interface TestServices extends ShellServices {
  readonly calls: unknown[][];
  readonly lists: Partial<Record<KindName, readonly Resource[] | Error>>;
  readonly stores: {
    readonly page: WritableAtom<PageState>;
    readonly navigation: WritableAtom<readonly NavigationEntry[]>;
    readonly selection: WritableAtom<Scope>;
    readonly notices: WritableAtom<readonly Notice[]>;
    readonly question: WritableAtom<Question | undefined>;
    readonly expired: WritableAtom<boolean>;
    readonly viewed: WritableAtom<RoleReference | undefined>;
    readonly mayViewAs: WritableAtom<boolean>;
    readonly unread: WritableAtom<number | undefined>;
  };
}

const HOME: PageState = {status: 'shown', path: '/', title: 'Dashboard', breadcrumbs: [], layout: 'default'};

/** Real catalogues, query client and stores; platform and gateway are the lists given and the calls recorded. */
export function testServices(): TestServices {
  const calls: unknown[][] = [];
  const record =
    (name: string) =>
    (...values: unknown[]) =>
      void calls.push([name, ...values]);
  const lists: TestServices['lists'] = {};
  const stores: TestServices['stores'] = {
    page: atom<PageState>(HOME),
    navigation: atom<readonly NavigationEntry[]>([]),
    selection: atom<Scope>({}),
    notices: atom<readonly Notice[]>([]),
    question: atom<Question | undefined>(undefined),
    expired: atom(false),
    viewed: atom<RoleReference | undefined>(undefined),
    mayViewAs: atom(false),
    unread: atom<number | undefined>(undefined),
  };
  const perspective = atom<'development' | 'platform-engineering'>('development');
  const theme = atom<'system' | 'light' | 'dark'>('system');
  const locale = atom('en');
  const messages: Catalogue = createCatalogue('en', toMessages(en), {warn: (text) => void calls.push(['warn', text])});
  const user = {id: 'u1', name: 'Dana Developer', email: 'dana@acme.example', groups: ['developers']};

  const services = {
    calls,
    lists,
    stores,
    boot: {portal: {version: '0.1.0', apiVersion: 1, locales: ['en', 'de']}},
    api: {
      listAll: async (kind: KindName, scope: Scope) => {
        calls.push(['listAll', kind, {namespace: scope.namespace, project: scope.project}]);
        const list = lists[kind];
        if (list instanceof Error) throw list;
        if (list === undefined) throw new PortalError('NOT_FOUND', [kind]);
        return list;
      },
    },
    queryClient: new QueryClient({defaultOptions: {queries: {retry: false}}}),
    state: {
      user: atom(user),
      selection: stores.selection,
      perspective,
      theme,
      locale,
      select(change: Partial<Record<keyof Scope, string | null>>) {
        calls.push(['select', change]);
        const next = Object.entries({...stores.selection.get(), ...change}).filter(([, value]) => value);
        stores.selection.set(Object.fromEntries(next));
      },
      setPerspective(value: 'development' | 'platform-engineering') {
        perspective.set(value);
        return Promise.resolve();
      },
      setTheme: (value: 'system' | 'light' | 'dark') => theme.set(value),
      setLocale: async (value: string) => {
        locale.set(value);
        messages.load(value, toMessages(value === 'de' ? de : en));
      },
    },
    unread: stores.unread,
    overlays: {palette: record('palette'), shortcuts: record('shortcuts'), viewAs: record('viewAs')},
    permissions: {can: async () => stores.mayViewAs.get()},
    roleView: {viewed: stores.viewed, view: async (role?: RoleReference) => stores.viewed.set(role)},
    contributions: {at: () => atom([]), createElement: () => document.createElement('div')},
    links: {href: (path: string) => `${path}?namespace=${stores.selection.get().namespace ?? ''}`},
    messages,
    navigation: stores.navigation,
    page: stores.page,
    notices: {
      shown: stores.notices,
      question: stores.question,
      dismiss: (id: number) => stores.notices.set(stores.notices.get().filter((notice) => notice.id !== id)),
      show: record('show'),
    },
    session: {expired: stores.expired, signInAgain: async () => record('signInAgain')(), signOut: record('signOut')},
  };
  return services as unknown as TestServices;
}
