import {createContext} from '@lit/context';
import type {ShellServices} from '../services.ts';

/** What the frame's elements work with. Modules get their `Host` instead. */
export const shellContext = createContext<ShellServices, symbol>(Symbol('shell services'));
