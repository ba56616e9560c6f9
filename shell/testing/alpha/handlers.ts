import type {CommandHandler, SearchHandler} from '@openchoreo/portal-contract';

/** What the handlers were called with, told through the page that loaded this file. */
export const calls: unknown[] = [];

export const note: CommandHandler = async (input, {host, scope, signal}) => {
  calls.push({input, module: host.module.id, scope, aborted: signal.aborted});
  await host.portal.request('/api/portal/modules', {method: 'PUT', body: {}});
  return 'noted';
};

export const throws: CommandHandler = () => {
  throw new Error('no luck');
};

export const hangs: CommandHandler = () => new Promise(() => {});

export const notAFunction = 42;

export const find: SearchHandler = (text) => [
  {title: `Found ${text}`, path: `/alpha/items/${text}`, icon: 'box'},
  {title: '', path: '/alpha'},
  {title: 'Away', path: 'https://elsewhere.example'},
  {title: 'Noted', command: 'alpha.note', input: {from: 'search'}},
];

export const findTooMuch: SearchHandler = () =>
  Array.from({length: 10_000}, (_, n) => ({title: `Thing ${n}`, path: `/alpha/items/${n}`}));

export const findNonsense = (() => 'a string') as unknown as SearchHandler;

export const findNever: SearchHandler = (_text, {signal}) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      calls.push('aborted');
      reject(signal.reason as Error);
    });
  });
