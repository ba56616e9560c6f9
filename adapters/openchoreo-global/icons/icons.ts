import type {FunctionComponent} from 'react';
import {createIcon} from './icon-component.tsx';

const made = new Map<string, FunctionComponent>();

/** Every icon of lucide by its component name, made when it is asked for: which there are, the gateway knows. */
export const Icons = new Proxy<Record<string, FunctionComponent>>(
  {},
  {
    get(_, name) {
      if (typeof name !== 'string' || !/^[A-Z]\w*$/.test(name)) return undefined;
      const icon = made.get(name) ?? createIcon(name);
      made.set(name, icon);
      return icon;
    },
    has: (_, name) => typeof name === 'string' && /^[A-Z]\w*$/.test(name),
  },
);
