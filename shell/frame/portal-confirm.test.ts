import {expect, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {Question} from '../services.ts';
import type {PortalConfirm} from './portal-confirm.ts';
import {frameFixture} from './test-support/frame-fixture.ts';

async function ask(
  more: Partial<Question> = {},
): Promise<{element: PortalConfirm; dialog: HTMLDialogElement; answers: boolean[]}> {
  const {element, services} = await frameFixture<PortalConfirm>(html`<portal-confirm></portal-confirm>`);
  const answers: boolean[] = [];
  const answer = (yes: boolean): void => {
    answers.push(yes);
    services.stores.question.set(undefined);
  };
  services.stores.question.set({title: 'Delete cart?', text: 'It is gone then.', confirm: 'Delete', answer, ...more});
  const dialog = element.shadowRoot!.querySelector('dialog')!;
  await waitUntil(() => dialog.open);
  return {element, dialog, answers};
}

describe('<portal-confirm>', () => {
  it('asks in an accessible modal dialog and answers once', async () => {
    const {element, dialog, answers} = await ask();
    expect(dialog.matches(':modal')).to.equal(true);
    await expect(element).to.be.accessible();
    dialog.querySelector<HTMLElement>('.primary')?.click();
    await waitUntil(() => !dialog.open);
    await element.updateComplete;
    expect(answers).to.deep.equal([true]);
  });

  it('takes Escape and Cancel as no', async () => {
    const {dialog, answers} = await ask();
    await sendKeys({press: 'Escape'});
    await waitUntil(() => !dialog.open);
    await waitUntil(() => answers.length === 1);
    const second = await ask();
    second.dialog.querySelector<HTMLElement>('.actions button')?.click();
    expect([answers, second.answers]).to.deep.equal([[false], [false]]);
  });

  it('lets nobody confirm before the name is typed', async () => {
    const {element, dialog, answers} = await ask({expect: 'cart', danger: true});
    await expect(element).to.be.accessible();
    const confirm = dialog.querySelector<HTMLButtonElement>('.primary')!;
    dialog.querySelector('input')?.focus();
    await sendKeys({type: 'car'});
    await sendKeys({press: 'Enter'});
    expect([confirm.disabled, answers]).to.deep.equal([true, []]);
    await sendKeys({type: 't'});
    await waitUntil(() => !confirm.disabled);
    await sendKeys({press: 'Enter'});
    await waitUntil(() => answers.length === 1);
    expect(answers).to.deep.equal([true]);
  });

  it('asks the next question with an empty field', async () => {
    const first = await ask({expect: 'cart'});
    first.dialog.querySelector('input')?.focus();
    await sendKeys({type: 'cart'});
    await sendKeys({press: 'Enter'});
    await waitUntil(() => first.answers.length === 1);
    const {dialog} = await ask({expect: 'cart'});
    expect([
      dialog.querySelector('input')?.value,
      dialog.querySelector<HTMLButtonElement>('.primary')?.disabled,
    ]).to.deep.equal(['', true]);
  });
});
