// Alone in its file so that the manifest's schema is a chunk of its own, fetched with the first manifest.
export {parseManifest} from '@openchoreo/portal-contract';
