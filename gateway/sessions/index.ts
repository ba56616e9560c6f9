export {authRoutes} from './auth-routes.ts';
export {createCookies} from './cookies.ts';
export {IdentityClient} from './identity-client.ts';
export {SessionStore, type ActiveSession, type SessionLimits} from './session-store.ts';
