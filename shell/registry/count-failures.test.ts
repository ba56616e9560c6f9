import {PortalError} from '@openchoreo/portal-contract';
import {expect} from '@open-wc/testing';
import {createFailureCounter} from './count-failures.ts';

describe('failure counter', () => {
  let now = 0;
  let limits: string[] = [];
  let count: (module: string, error: unknown) => void;
  const fault = (): PortalError => new PortalError('RENDER_FAILED', ['Card']);

  beforeEach(() => {
    now = 0;
    limits = [];
    const onLimit = (module: string, {values}: PortalError): void => void limits.push(`${module} ${values.join(' ')}`);
    count = createFailureCounter({failures: 3, within: 1000}, onLimit, () => now);
  });

  it('calls back when a module fails often within the time, and counts anew then', () => {
    for (let failure = 0; failure < 7; failure += 1) count('a', fault());
    expect(limits).to.deep.equal(['a a 3', 'a a 3']);
  });

  it('forgets what was long ago, and counts each module for itself', () => {
    for (const module of ['a', 'a', 'b', 'b']) count(module, fault());
    now = 1001;
    count('a', fault());
    count('b', fault());
    expect(limits).to.deep.equal([]);
  });

  it('counts one error once, and nothing that is not the module’s fault', () => {
    const told = fault();
    for (let time = 0; time < 5; time += 1) count('a', told);
    for (let time = 0; time < 5; time += 1) count('a', new PortalError('MODULE_LOAD_FAILED', ['a']));
    for (let time = 0; time < 5; time += 1) count('a', new PortalError('PERMISSION_DENIED', ['x:y']));
    expect(limits).to.deep.equal([]);
    count('a', new TypeError('thrown'));
    count('a', 'thrown');
    expect(limits).to.deep.equal(['a a 3']);
  });
});
