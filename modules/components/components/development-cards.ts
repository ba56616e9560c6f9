export {ComponentCountCard} from './component-count-card.ts';
export {ProjectsCard} from './projects-card.ts';
export {RecentComponentsCard} from './recent-components-card.ts';
