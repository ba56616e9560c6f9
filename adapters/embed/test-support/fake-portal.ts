import type {EmbedQuestion, EmbedSession, WithheldFromEmbed} from '@openchoreo/portal-contract';
import {definePublicElements} from '../define-public-elements.ts';
import {createEmbedder, type Embedder} from '../embedder.ts';

export const PORTAL = 'https://portal.example';

/** A portal as a foreign page meets it: its answers are what the test says, its parts are plain elements. */
export interface FakePortal {
  readonly embedder: Embedder;
  /** `METHOD path token` of every request. */
  readonly requests: string[];
  /** What was asked with `POST /embed/session`. */
  readonly questions: EmbedQuestion[];
  isAllowed: boolean;
  isReachable: boolean;
  /** Tokens that are good. */
  readonly tokens: Set<string>;
  readonly withheld: Map<string, WithheldFromEmbed>;
  /** Answers `POST /embed/token`. */
  renewed: {token: string; expiresAt: number} | undefined;
  opened: {url: string; window: {closed: boolean}}[];
  isBlocked: boolean;
  disposed: number;
  /** Defines a tag of the module, with the attributes `project` and `time-range`. */
  define(module: string, tag: string): void;
}

export function createFakePortal(): FakePortal {
  const fake: Omit<FakePortal, 'embedder' | 'define'> = {
    requests: [],
    questions: [],
    isAllowed: true,
    isReachable: true,
    tokens: new Set(['good']),
    withheld: new Map(),
    renewed: undefined,
    opened: [],
    isBlocked: false,
    disposed: 0,
  };
  const tags = new Map<string, string[]>();

  const answer = (path: string, token: string | undefined, init: RequestInit = {}): Response => {
    if (path === '/embed/access') return Response.json({allowed: fake.isAllowed});
    if (path.startsWith('/embed/code/')) return new Response('');
    if (token === undefined || !fake.tokens.has(token)) return problem(token);
    if (path === '/embed/token') return fake.renewed ? Response.json(fake.renewed) : problem(token);
    if (path !== '/embed/session') return Response.json({});
    const question = JSON.parse(init.body as string) as EmbedQuestion;
    fake.questions.push(question);
    return Response.json(toSession(question));
  };

  function toSession({modules, lang}: EmbedQuestion): EmbedSession {
    const given = modules.filter((id) => !fake.withheld.has(id));
    return {
      user: {id: 'dana', name: 'Dana', groups: []},
      locale: lang.startsWith('de') ? 'de' : 'en',
      locales: ['en', 'de'],
      scope: {namespace: 'acme'},
      profile: null,
      messages: {},
      settings: {},
      withheld: modules.flatMap((id) => fake.withheld.get(id) ?? []),
      modules: given.map((id) => ({
        base: `/embed/code/ticket/${id}/1.0.0/`,
        manifest: {
          ...{id, name: id, version: '1.0.0', apiVersion: 1},
          elements: (tags.get(id) ?? []).map((tag) => ({tag, component: {entry: 'x.js', export: 'X'}})),
        },
      })),
    };
  }

  const embedder = createEmbedder({
    portal: PORTAL,
    async fetch(input, init) {
      if (!fake.isReachable) throw new TypeError('Failed to fetch');
      const {pathname, origin} = new URL(input as string);
      const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '');
      fake.requests.push(`${init?.method ?? 'GET'} ${origin === PORTAL ? pathname : origin} ${token ?? '-'}`);
      if (init?.credentials !== 'omit') throw new Error('a cookie could go along');
      return answer(pathname, token, init);
    },
    openWindow(url) {
      if (fake.isBlocked) return null;
      const window = {closed: false};
      fake.opened.push({url, window});
      return window as unknown as Window;
    },
    loadRuntime: async () => () => ({
      add() {},
      createPart(module, tag, prepare) {
        const part = document.createElement('div');
        const inner = document.createElement('p');
        prepare(inner);
        inner.textContent = `${module} ${tag}`;
        part.append(inner);
        return part;
      },
      dispose: () => void (fake.disposed += 1),
    }),
  });
  const styles = new CSSStyleSheet();
  return Object.assign(fake, {
    embedder,
    define(module: string, tag: string) {
      tags.set(module, [...(tags.get(module) ?? []), tag]);
      definePublicElements(embedder, styles, {id: module, elements: [{tag, attributes: ['project', 'time-range']}]});
    },
  });
}

function problem(token: string | undefined): Response {
  const code = token === undefined || token.startsWith('old') ? 'SESSION_EXPIRED' : 'EMBED_TOKEN_REFUSED';
  return Response.json({code, values: ['it has expired']}, {status: 401});
}

/** The text of the element as people see it. */
export function textOf(element: Element): string {
  return (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
