export {authRoutes} from './auth-routes.ts';
export {createCookies, type PortalCookies} from './cookies.ts';
export {IdentityClient} from './identity-client.ts';
export {SessionStore, toSession, type ActiveSession, type SessionLimits} from './session-store.ts';
export {toUser} from './to-user.ts';
