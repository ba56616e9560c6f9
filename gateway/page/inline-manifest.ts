import type {ModuleManifest} from '@openchoreo/portal-contract';

/** A manifest as it stands in the page: without what only the gateway and the settings page read. */
export function toInlineManifest({extensionPoints, settings, files: _files, ...rest}: ModuleManifest): ModuleManifest {
  return {
    ...rest,
    ...(extensionPoints && {
      extensionPoints: extensionPoints.map(({id, lazy}) => ({id, schema: {}, ...(lazy && {lazy})})),
    }),
    ...(settings && {
      settings: settings.map(({key, type, default: initial}) => ({key, type, label: key, default: initial})),
    }),
  };
}
