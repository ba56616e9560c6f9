import {z} from 'zod';
import {ApiError} from '../engine/api-error.ts';
import {contentHash} from '../engine/content-hash.ts';
import type {Deed} from '../engine/kind.ts';
import {isName, NAME_RULE} from '../engine/names.ts';
import {unprocessable} from '../engine/parse-draft.ts';
import {componentRelease} from '../kinds/component-release.ts';
import {freezeComponent} from './freeze-component.ts';
import {judgeComponent} from './judge-component.ts';
import {toReleaseName} from './release-name.ts';

const bodySchema = z.object({releaseName: z.string().optional()});

/** Freezes a component as it is into a release. Without a name for it, the same component comes to the same release. */
export const generateRelease: Deed = {
  action: 'componentrelease:create',
  creates: 'componentreleases',
  async run(component, {lookup, writer, body}) {
    const request = bodySchema.safeParse(body);
    if (!request.success) throw new ApiError('BAD_REQUEST', 'Invalid request body');
    const {namespace} = component;
    const frozen = await freezeComponent(component, lookup);
    if (!frozen) {
      const {message} = await judgeComponent(component, lookup);
      throw new ApiError('UNPROCESSABLE_CONTENT', `Component '${component.name}' cannot be released: ${message}`);
    }
    const given = request.data.releaseName;
    const name = given ?? toReleaseName(component.name, contentHash(frozen));
    if (!isName(name)) throw unprocessable(componentRelease, name, [{field: 'releaseName', message: NAME_RULE}]);
    const created = await writer.create('componentreleases', {
      ...{namespace, name, labels: {}, annotations: {}},
      spec: frozen,
    });
    if (created) return created;
    const existing = given === undefined && (await lookup.get({kind: 'componentreleases', namespace, name}));
    if (existing && existing.component === component.name) return existing;
    const message = `ComponentRelease '${name}' already exists`;
    throw new ApiError('UNPROCESSABLE_CONTENT', message, {details: [{field: 'releaseName', message: 'is taken'}]});
  },
};
