import {loadElements} from '@openchoreo/portal-embed';
import {createElement, StrictMode, useState, type ReactElement} from 'react';
import {createRoot} from 'react-dom/client';

/** A React app somebody else wrote: it imports the npm package and uses the element as it would any other. */
function App(): ReactElement {
  const [project, setProject] = useState('storefront');
  const [isShown, setShown] = useState(true);
  return createElement(
    StrictMode,
    null,
    createElement('h1', null, 'A React app'),
    createElement('button', {onClick: () => setProject('payments')}, 'Payments'),
    createElement('button', {onClick: () => setShown(!isShown)}, 'Toggle'),
    isShown && createElement('analytics-widget', {project, namespace: 'acme'}),
  );
}

const portal = document.documentElement.dataset['portal'] ?? '';
createRoot(document.getElementById('root')!).render(createElement(App));
await loadElements(portal, 'analytics');
