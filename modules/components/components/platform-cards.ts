export {DataPlanesCard} from './data-planes-card.ts';
export {EnvironmentsCard} from './environments-card.ts';
