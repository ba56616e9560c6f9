export {admitEmbedders} from './admit-embedders.ts';
export {CodeTickets} from './code-tickets.ts';
export {embedRoutes} from './embed-routes.ts';
export {EmbedTokens, type VerifyEmbedded} from './embed-tokens.ts';
export {embedSignInRoutes} from './sign-in-routes.ts';
