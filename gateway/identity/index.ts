export {IDENTITY_PATH} from './create-identity-provider.ts';
export {purgeIdentityRecords} from './database-adapter.ts';
export {openIdentity, type Identity} from './open-identity.ts';
