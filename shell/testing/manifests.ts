import type {ModuleManifest} from '@openchoreo/portal-contract';

const page = (name: string): {entry: string; export: string} => ({entry: 'pages.ts', export: name});

/** A module with a page of each sort; its files are real. */
export const ALPHA: ModuleManifest = {
  id: 'alpha',
  name: 'Alpha',
  version: '1.0.0',
  apiVersion: 1,
  routes: {
    base: '/alpha',
    definitions: [
      {path: '/', component: page('TallPage'), title: 'Alpha home'},
      {path: '/:anything', component: page('DetailPage'), title: 'Anything'},
      {path: '/items', component: page('TallPage'), title: 'Items'},
      {path: '/items/:id', component: page('DetailPage'), title: 'Item :id'},
      {path: '/old/:id', redirect: '/items/:id'},
      {path: '/secret', component: page('DetailPage'), permissions: ['secret:view']},
      {path: '/ops', component: page('DetailPage'), perspective: 'platform-engineering'},
      {path: '/dirty', component: page('DirtyPage'), title: 'Dirty'},
      {path: '/named', component: page('NamedPage'), title: 'Named'},
      {
        path: '/shelf',
        component: page('ShelfPage'),
        title: 'Shelf',
        children: [
          {path: '/:id', component: page('DetailPage'), title: 'Book :id'},
          {path: '/book', component: page('BookPage'), title: 'The book', layout: 'full'},
          {path: '/closed', component: page('BookPage'), permissions: ['secret:view']},
        ],
      },
      {path: '/constructor', component: page('ThrowsInConstructor')},
      {path: '/connected', component: page('ThrowsWhenConnected')},
      {path: '/render', component: page('ThrowsInRender')},
      {path: '/later', component: page('ThrowsLater')},
      {path: '/not-an-element', component: page('notAnElement')},
      {path: '/no-export', component: page('Missing')},
      {path: '/no-file', component: {entry: 'missing.ts', export: 'Page'}},
    ],
  },
  contributes: {
    'dashboard.cards': [
      {id: 'fine', title: 'Fine', component: page('FineCard'), order: 2},
      {id: 'broken', title: 'Broken', component: page('ThrowsInRender'), order: 1},
      {id: 'ops', title: 'Ops', component: page('FineCard'), perspective: 'platform-engineering'},
    ],
  },
};

export const BETA: ModuleManifest = {
  id: 'beta',
  name: 'Beta',
  version: '1.0.0',
  apiVersion: 1,
  main: {entry: 'main.ts', export: 'definition'},
  events: {subscribe: ['portal:composition-changed']},
  routes: {
    base: '/',
    definitions: [{path: '/', component: {entry: '../alpha/pages.ts', export: 'ShelfPage'}, title: 'Home'}],
  },
};

/** Pages inside pages, redirects, and pages of one perspective. */
export const NEST: ModuleManifest = {
  id: 'nest',
  name: 'Nest',
  version: '1.0.0',
  apiVersion: 1,
  routes: {
    base: '/nest',
    definitions: [
      {path: '/', component: page('HomePage'), title: 'Nest'},
      {
        path: '/teams/:team',
        component: page('TeamPage'),
        title: 'Team :team',
        layout: 'full',
        children: [
          {path: '/', component: page('OverviewPage')},
          {
            path: '/boards',
            component: page('BoardsPage'),
            title: 'Boards',
            children: [
              {path: '/:board(one|two)', component: page('BoardPage'), title: 'Board :board', layout: 'minimal'},
            ],
          },
          {path: '/tables/:board', redirect: './boards/:board'},
        ],
      },
      {path: '/circle', redirect: './circle'},
      {
        path: '/ops',
        perspective: 'platform-engineering',
        children: [{path: '/planes/:team', component: page('TeamPage')}],
      },
      {path: '/shared', component: page('HomePage'), title: 'Shared', perspective: 'development'},
      {path: '/shared', component: page('TeamPage'), title: 'Shared', perspective: 'platform-engineering'},
    ],
  },
};

const component = (name: string): {entry: string; export: string} => ({entry: 'pages.tsx', export: name});

/** A module written in React. */
export const RHO: ModuleManifest = {
  id: 'rho',
  name: 'Rho',
  version: '1.0.0',
  apiVersion: 1,
  routes: {
    base: '/rho',
    definitions: [
      {path: '/', component: component('HomePage'), title: 'Rho'},
      {path: '/lazy', component: component('LazyPage'), title: 'Lazy'},
      {
        path: '/teams/:team',
        component: component('TeamPage'),
        title: 'Team :team',
        children: [{path: '/:board', component: component('BoardPage'), title: 'Board :board'}],
      },
      {path: '/render', component: component('ThrowsInRender')},
      {path: '/effect', component: component('ThrowsInEffect')},
      {path: '/service', component: component('Service')},
    ],
  },
  contributes: {'dashboard.cards': [{id: 'card', title: 'Card', component: component('Card')}]},
};
