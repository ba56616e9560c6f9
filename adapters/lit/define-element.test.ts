import {expect} from '@open-wc/testing';
import {defineElement} from './define-element.ts';

describe('defineElement', () => {
  it('defines a class with everything it uses, circles included', () => {
    class Inner extends HTMLElement {
      static dependencies: Record<string, CustomElementConstructor> = {};
    }
    class Outer extends HTMLElement {
      static dependencies = {'test-inner': Inner};
    }
    Inner.dependencies = {'test-outer': Outer};
    expect(defineElement('test-outer', Outer)).to.equal('test-outer');
    expect([customElements.get('test-outer'), customElements.get('test-inner')]).to.deep.equal([Outer, Inner]);
    expect(defineElement('test-outer', Outer)).to.equal('test-outer');
  });

  it('tells the tag a class bears already', () => {
    class Known extends HTMLElement {}
    customElements.define('test-known', Known);
    expect(defineElement('test-other-name', Known)).to.equal('test-known');
    expect(customElements.get('test-other-name')).to.equal(undefined);
  });

  it('gives a class used under a second tag an equal one there', () => {
    class Shared extends HTMLElement {}
    class First extends HTMLElement {
      static dependencies = {'first-shared': Shared};
    }
    class Second extends HTMLElement {
      static dependencies = {'second-shared': Shared};
    }
    class Third extends HTMLElement {
      static dependencies = {'second-shared': Shared};
    }
    defineElement('test-first', First);
    defineElement('test-second', Second);
    defineElement('test-third', Third);
    expect(document.createElement('second-shared')).to.be.instanceOf(Shared);
  });

  it('refuses a tag that another class holds', () => {
    customElements.define('test-taken', class extends HTMLElement {});
    const page = class extends HTMLElement {
      static dependencies = {'test-taken': class extends HTMLElement {}};
    };
    expect(() => defineElement('test-page-2', page))
      .to.throw('The element <test-taken> is already defined')
      .with.property('code', 'ELEMENT_TAKEN');
  });
});
