import {runPortal} from '../gateway/run-portal.ts';

/** Runs the portal of another folder than `dist/`. */
await runPortal(process, process.env['BENCH_DIST'] ?? 'dist');
