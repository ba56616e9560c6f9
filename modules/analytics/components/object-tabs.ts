// One file for both tabs: nearly all of their code is the same.
export {ComponentTab} from './component-tab.ts';
export {ProjectTab} from './project-tab.ts';
