export {Composer} from './composer.ts';
export {IconSource} from './resolve-icon.ts';
