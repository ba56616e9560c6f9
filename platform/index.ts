export type {TokenClaims} from './authorization/subject.ts';
export type {PlatformDatabase} from './database/database.ts';
export type {Change, ChangeListener} from './engine/change-feed.ts';
export {createPlatform, type Platform, type PlatformLog, type PlatformOptions} from './platform.ts';
export type {SeedName} from './seed/seed.ts';
