import {expect} from '@open-wc/testing';
import {PortalError} from '@openchoreo/portal-contract';
import {isNotFound, parseRefusal} from './refusal.ts';

describe('parseRefusal', () => {
  it('reads the sentence and the fields of what the platform refused', () => {
    const answer = {
      error: 'Not valid',
      code: 'UNPROCESSABLE_CONTENT',
      details: [{field: 'spec.x', message: 'Too big'}],
    };
    const error = new PortalError('PLATFORM_REFUSED', ['422', 'Not valid (spec.x: Too big)'], {cause: answer});
    expect(parseRefusal(error)).to.deep.equal({status: 422, text: 'Not valid', fields: {'spec.x': 'Too big'}});
  });

  it('makes do with a sentence when the answer is something else', () => {
    const error = new PortalError('PLATFORM_REFUSED', ['404', 'gone'], {cause: '<html>'});
    expect(parseRefusal(error)).to.deep.equal({status: 404, text: 'gone', fields: {}});
    expect(isNotFound(error)).to.equal(true);
  });

  it('is silent about what the platform never judged', () => {
    expect(parseRefusal(new PortalError('OFFLINE', []))).to.equal(undefined);
    expect(parseRefusal(new Error('x'))).to.equal(undefined);
    expect(isNotFound(undefined)).to.equal(false);
  });
});
