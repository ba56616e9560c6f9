import {expect} from '@open-wc/testing';
import {PortalError} from '@openchoreo/portal-contract';
import {parseRegistry} from './registry-query.ts';

const entry = {
  id: 'a',
  name: 'A',
  version: '1.0.0',
  source: 'modules/a',
  status: 'refused',
  checks: [],
  dependents: [],
};

describe('parseRegistry', () => {
  it('keeps a module whose manifest cannot be read, without the manifest', () => {
    expect(parseRegistry([{...entry, manifest: {id: 7}}])[0]).to.deep.equal({...entry, manifest: undefined});
  });

  it('refuses what is no list of modules', () => {
    for (const answer of [undefined, {}, [{id: 'a'}]]) {
      expect(() => parseRegistry(answer))
        .to.throw(PortalError)
        .with.property('code', 'API_INVALID_ANSWER');
    }
  });
});
