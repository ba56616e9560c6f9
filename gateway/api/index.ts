export {observeAsRole} from './observe-as-role.ts';
export {PermissionReader} from './permission-reader.ts';
export {PlatformCaller} from './platform-caller.ts';
export {createRemotePlatform, type PlatformChange, type PlatformGate} from './platform-gate.ts';
export {RoleChanges} from './role-changes.ts';
export {toRolePath} from './role-actions.ts';
export {toObserving} from './to-observing.ts';
