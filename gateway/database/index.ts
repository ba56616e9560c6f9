export {lockDataDir} from './data-dir-lock.ts';
export {toDatabaseFault} from './database-fault.ts';
export {keptKey} from './kept-key.ts';
export {openDatabase, type Database, type OpenDatabase} from './open-database.ts';
export {
  auditRecords,
  identityRecords,
  keptStores,
  moduleInstalls,
  moduleRegistrations,
  moduleStates,
  notifications,
  preferences,
  sessions,
  settings,
} from './schema.ts';
