export {findNearestIcon} from './icon-names.ts';
export {Composer} from './composer.ts';
export {IconSource} from './resolve-icon.ts';
