import {expect, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {Question} from '../services.ts';
import type {PortalConfirm} from './portal-confirm.ts';
import {needsKeyboard} from './test-support/needs.ts';
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

function type(dialog: HTMLDialogElement, text: string): void {
  const input = dialog.querySelector('input')!;
  input.value = text;
  input.dispatchEvent(new InputEvent('input'));
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

  it('takes Cancel and being closed as no', async () => {
    const first = await ask();
    first.dialog.close();
    await waitUntil(() => first.answers.length === 1);
    const second = await ask();
    second.dialog.querySelector<HTMLElement>('.actions button')?.click();
    expect([first.answers, second.answers]).to.deep.equal([[false], [false]]);
  });

  it('forgets what was typed before the next question', async () => {
    const first = await ask({expect: 'cart'});
    type(first.dialog, 'cart');
    await waitUntil(() => !first.dialog.querySelector<HTMLButtonElement>('.primary')?.disabled);
    first.dialog.querySelector<HTMLElement>('.primary')?.click();
    const {dialog} = await ask({expect: 'cart'});
    const confirm = dialog.querySelector<HTMLButtonElement>('.primary');
    expect([first.answers, dialog.querySelector('input')?.value, confirm?.disabled]).to.deep.equal([[true], '', true]);
  });
});

describe('<portal-confirm> by keyboard', () => {
  before(needsKeyboard);

  it('takes Escape as no', async () => {
    const {dialog, answers} = await ask();
    await sendKeys({press: 'Escape'});
    await waitUntil(() => !dialog.open && answers.length === 1);
    expect(answers).to.deep.equal([false]);
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
});
