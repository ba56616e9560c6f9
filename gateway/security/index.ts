export {limitRequests} from './limit-requests.ts';
export {pagePolicy} from './page-policy.ts';
export {refuseCrossSite} from './refuse-cross-site.ts';
export {refuseWrites} from './refuse-writes.ts';
export {securityHeaders} from './security-headers.ts';
