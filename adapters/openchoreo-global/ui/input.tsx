import {part} from './part.tsx';

export const Input = part('Input', 'input', 'oc-input');
