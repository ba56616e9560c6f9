import {elementUpdated, expect, html} from '@open-wc/testing';
import type {Permissions} from '@openchoreo/portal-contract';
import {defineElement} from './define-element.ts';
import {PortalGated} from './portal-gated.ts';
import {portalFixture} from './test-support/portal-fixture.ts';
import {testStore} from './test-support/test-store.ts';

defineElement('portal-gated', PortalGated);

describe('<portal-gated>', () => {
  it('shows what fits the answer, follows it, and asks anew for another action', async () => {
    const answers = {
      'component:create': testStore<boolean | undefined>(undefined),
      'component:delete': testStore<boolean | undefined>(false),
    };
    const permissions = {
      watch: (action: keyof typeof answers) => answers[action],
    } as Partial<Permissions> as Permissions;
    const {place} = await portalFixture(
      html`<portal-gated permission="component:create">
        <button>New</button><span slot="denied">You may not</span><span slot="pending">One moment</span>
      </portal-gated>`,
      {permissions},
    );
    const gated = place.querySelector<PortalGated>('portal-gated')!;
    const slotNames = () => [...gated.shadowRoot!.querySelectorAll('slot')].map(({name}) => name);

    await expect(gated).to.be.accessible();
    expect(slotNames()).to.deep.equal(['pending']);
    answers['component:create'].set(true);
    await elementUpdated(gated);
    expect(slotNames()).to.deep.equal(['']);
    gated.permission = 'component:delete';
    await elementUpdated(gated);
    expect(slotNames()).to.deep.equal(['denied']);
    expect([answers['component:create'].listeners, answers['component:delete'].listeners]).to.deep.equal([0, 1]);
    gated.remove();
    expect(answers['component:delete'].listeners).to.equal(0);
  });

  it('takes its scope from an attribute as an address writes it, and follows the selection without', async () => {
    const asked: unknown[] = [];
    const permissions = {
      watch(action: string, scope: unknown) {
        asked.push([action, scope]);
        return testStore<boolean | undefined>(true);
      },
    } as unknown as Permissions;
    await portalFixture(
      html`<portal-gated permission="a:view" scope="namespace=acme&amp;project=shop&amp;environment=dev"></portal-gated>
        <portal-gated permission="b:view" scope=""></portal-gated>
        <portal-gated permission="c:view"></portal-gated>`,
      {permissions},
    );
    expect(asked).to.deep.equal([
      ['a:view', {namespace: 'acme', project: 'shop', environment: 'dev'}],
      ['b:view', {}],
      ['c:view', undefined],
    ]);
  });
});
