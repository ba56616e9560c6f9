import {join} from 'node:path';
import {runPortal} from './run-portal.ts';

await runPortal(process, join(import.meta.dirname, '..', 'dist'));
