import {runPortal} from '../../gateway/run-portal.ts';
import {DEV_FOLDER} from './dev-folder.ts';

await runPortal(process, DEV_FOLDER);
