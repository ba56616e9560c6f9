export {findIgnored} from './find-ignored.ts';
export {isLoopback} from './is-loopback.ts';
export {readConfig, type GatewayConfig} from './read-config.ts';
