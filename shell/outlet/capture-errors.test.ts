import {expect} from '@open-wc/testing';
import {withoutOnError} from '../testing/without-onerror.ts';
import {captureErrors} from './capture-errors.ts';

class Broken extends HTMLElement {
  constructor() {
    super();
    throw new Error('constructor');
  }
}

class BrokenLater extends HTMLElement {
  connectedCallback(): void {
    throw new Error('connected');
  }
}

describe('captureErrors', () => {
  withoutOnError();
  before(() => {
    customElements.define('capture-broken', Broken);
    customElements.define('capture-broken-later', BrokenLater);
  });

  it('gives what a constructor threw, and keeps it from later listeners', () => {
    const heard: unknown[] = [];
    const listen = (event: ErrorEvent): void => void heard.push(event.error);
    const thrown = captureErrors(() => {
      addEventListener('error', listen);
      document.createElement('capture-broken');
    });
    removeEventListener('error', listen);
    expect([(thrown?.error as Error).message, heard]).to.deep.equal(['constructor', []]);
  });

  it('gives what a reaction threw', () => {
    const thrown = captureErrors(() => document.body.append(document.createElement('capture-broken-later')));
    expect((thrown?.error as Error).message).to.equal('connected');
  });

  it('gives nothing when nothing was thrown', () => {
    expect(captureErrors(() => document.createElement('p'))).to.equal(undefined);
  });
});
