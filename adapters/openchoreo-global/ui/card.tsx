import {part} from './part.tsx';

export const Card = part('Card', 'div', 'oc-card');
export const CardHeader = part('CardHeader', 'div', 'oc-card-header');
export const CardTitle = part('CardTitle', 'div', 'oc-card-title');
export const CardDescription = part('CardDescription', 'div', 'oc-card-description');
export const CardContent = part('CardContent', 'div', 'oc-card-content');
