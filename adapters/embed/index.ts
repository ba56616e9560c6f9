export {definePublicElements, type PublicModule} from './define-public-elements.ts';
export type {PublicTag} from './embed-element.ts';
export type {EmbeddedPortal, EmbedNotice, EmbedOptions, GetToken} from './embed-options.ts';
export type {EmbedRuntime} from './embed-runtime.ts';
export {toHostStyles} from './embed-styles.ts';
export {createEmbedder, type Embedder, type EmbedderOptions, type EmbedState} from './embedder.ts';
export {loadElements} from './load-elements.ts';
