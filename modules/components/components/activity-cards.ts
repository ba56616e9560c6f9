export {FailingBuildsCard} from './failing-builds-card.ts';
export {MyComponentsCard} from './my-components-card.ts';
export {RecentDeploymentsCard} from './recent-deployments-card.ts';
