import {runPortal} from '../run-portal.ts';

// What main.ts does, with a build named by the test.
await runPortal(process, process.argv[2] ?? '');
