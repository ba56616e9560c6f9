import {expect, waitUntil} from '@open-wc/testing';
import type {ElementOptions} from '@openchoreo/portal-react';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import type {Mounted} from '@openchoreo/portal-test-kit';
import {startConsumer, type Anything, type StartedConsumer} from '../test-support/start-consumer.ts';
import {UI} from './index.ts';

const running: StartedConsumer[] = [];

/** Shows what a consumer's page renders, written as compilers write it. */
async function show(render: (global: Anything) => unknown, options?: ElementOptions): Promise<Mounted<HTMLElement>> {
  const started = startConsumer(
    (global) => {
      const component = (): unknown => render(global);
      global.registerModule({id: 'kit', name: 'Kit', version: '1.0.0', routes: [{path: '/kit', component}]});
    },
    {id: 'kit'},
  );
  running.push(started);
  await started.activate();
  return started.show(started.consumer.route('/kit'), options);
}

const inBody = <T extends HTMLElement = HTMLElement>(selector: string): T | null =>
  document.querySelector<T>(`body > [data-openchoreo-consumer='kit'] ${selector}`);

async function appears(selector: string): Promise<HTMLElement> {
  // The code of overlays comes when the first one is opened.
  await waitUntil(() => inBody(selector), `no ${selector}`, {timeout: 5000});
  return inBody(selector)!;
}

describe('the components of window.OpenChoreo.UI', () => {
  afterEach(async () => {
    await running.pop()?.deactivate();
  });

  it('are these 36, each with its name', () => {
    expect(Object.keys(UI).length).to.equal(36);
    for (const [name, component] of Object.entries(UI)) {
      expect((component as {readonly displayName?: string}).displayName).to.equal(name);
    }
  });

  it('honour classes, variants, sizes, refs, unknown props and asChild', async () => {
    const refs: Record<string, Element | null> = {};
    const page = await show(({React: {createElement: h}, UI: {Button, Badge, Input, Label, Card, CardTitle}}) =>
      h(
        'div',
        null,
        h(
          Button,
          {
            variant: 'destructive',
            size: 'lg',
            className: 'mt-4',
            'data-x': 1,
            ref: (el: Element | null) => (refs['button'] = el),
          },
          'Delete',
        ),
        h(Button, {asChild: true, variant: 'link'}, h('a', {href: '/x'}, 'Link')),
        h(Badge, {variant: 'outline', title: 'beta'}, 'Beta'),
        h(Label, {htmlFor: 'name'}, 'Name'),
        h(Input, {id: 'name', type: 'email', 'aria-invalid': true, defaultValue: 'a'}),
        h(Card, {role: 'group', ref: (el: Element | null) => (refs['card'] = el)}, h(CardTitle, null, 'Title')),
      ),
    );
    const button = page.find('button')!;
    expect([button.className, button.dataset['x'], refs['button'] === button]).to.deep.equal([
      'oc-button oc-button-destructive oc-button-size-lg mt-4',
      '1',
      true,
    ]);
    expect(page.find('a')?.className).to.equal('oc-button oc-button-link oc-button-size-default');
    expect(page.find('.oc-badge-outline')?.title).to.equal('beta');
    expect(page.find<HTMLInputElement>('input')?.labels?.[0]?.textContent).to.equal('Name');
    expect(refs['card']?.getAttribute('role')).to.equal('group');
    await expect(page.element).to.be.accessible();
  });

  it('have styles that a consumer’s class wins over', async () => {
    const page = await show(({React: {createElement: h}, UI: {Button}}) => h(Button, {className: 'own'}, 'Go'));
    const own = new CSSStyleSheet();
    own.replaceSync('.own { background: rgb(1, 2, 3); transition: none; }');
    const root = page.element.getRootNode() as Document;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, own];
    const {backgroundColor, display} = getComputedStyle(page.find('button')!);
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== own);
    expect([backgroundColor, display]).to.deep.equal(['rgb(1, 2, 3)', 'inline-flex']);
  });

  it('switch on and off, by keyboard, controlled and uncontrolled', async () => {
    const changes: boolean[] = [];
    const page = await show(({React: {createElement: h, useState}, UI: {Switch}}) => {
      const [checked, setChecked] = useState(true);
      const onCheckedChange = (on: boolean): void => {
        changes.push(on);
        setChecked?.(on);
      };
      return h(
        'div',
        null,
        h(Switch, {'aria-label': 'Own', defaultChecked: false}),
        h(Switch, {'aria-label': 'Told', checked, onCheckedChange}),
      );
    });
    const [own, told] = page.findAll('[role=switch]');
    own!.focus();
    await sendKeys({press: ' '});
    told!.click();
    await page.settle();
    expect([
      own!.ariaChecked ?? own!.getAttribute('aria-checked'),
      told!.getAttribute('data-state'),
      changes,
    ]).to.deep.equal(['true', 'unchecked', [false]]);
    await expect(page.element).to.be.accessible();
  });

  it('show a table by its parts, which scrolls by keyboard where it is too wide', async () => {
    const page = await show(
      ({React: {createElement: h}, UI: {Table, TableHeader, TableBody, TableRow, TableHead, TableCell}}) =>
        h(
          'div',
          {style: {width: 100}},
          h(
            Table,
            null,
            h(TableHeader, null, h(TableRow, null, h(TableHead, null, 'Component'))),
            h(TableBody, null, h(TableRow, null, h(TableCell, null, 'a-component-with-a-long-name'))),
          ),
        ),
    );
    await waitUntil(() => page.find('.oc-table-frame')?.tabIndex === 0, 'the frame takes no focus');
    expect(page.find('thead th')?.textContent).to.equal('Component');
    await expect(page.element).to.be.accessible();
  });

  it('open a dialog that was pressed before its code had come, keep the focus in it, and give it back', async () => {
    const page = await show(
      ({
        React: {createElement: h},
        UI: {Button, Dialog, DialogTrigger, DialogContent, DialogHeader, DialogTitle, DialogDescription, Input},
      }) =>
        h(
          Dialog,
          null,
          h(DialogTrigger, {asChild: true}, h(Button, null, 'Open')),
          h(
            DialogContent,
            {className: 'own'},
            h(DialogHeader, null, h(DialogTitle, null, 'Costs'), h(DialogDescription, null, 'Of this month')),
            h(Input, {'aria-label': 'Amount'}),
          ),
        ),
    );
    page.find('button')!.focus();
    page.find('button')!.click();
    const dialog = await appears('[role=dialog]');
    expect([dialog.classList.contains('own'), dialog.textContent]).to.deep.equal([true, 'CostsOf this month']);
    const labels = ['aria-labelledby', 'aria-describedby'].map(
      (name) => document.getElementById(dialog.getAttribute(name)!)?.textContent,
    );
    expect(labels).to.deep.equal(['Costs', 'Of this month']);
    await waitUntil(() => document.activeElement?.getAttribute('aria-label') === 'Amount', 'no focus inside');
    await expect(dialog).to.be.accessible();
    for (let time = 0; time < 3; time += 1) await sendKeys({press: 'Tab'});
    expect(dialog.contains(document.activeElement)).to.equal(true);
    await sendKeys({press: 'Escape'});
    await waitUntil(() => !inBody('[role=dialog]'), 'still open');
    await waitUntil(() => document.activeElement === page.find('button'), 'the focus is not back');
  });

  it('open a dialog and a popover that their owner controls', async () => {
    const asked: boolean[] = [];
    const page = await show(
      ({React: {createElement: h, useState}, UI: {Dialog, DialogContent, DialogTitle, DialogDescription}}) => {
        const [open, setOpen] = useState(true);
        const onOpenChange = (next: boolean): void => {
          asked.push(next);
          setOpen?.(next);
        };
        return h(
          Dialog,
          {open, onOpenChange},
          h(DialogContent, null, h(DialogTitle, null, 'T'), h(DialogDescription, null, 'D')),
        );
      },
    );
    const dialog = await appears('[role=dialog]');
    dialog.querySelector<HTMLElement>('.oc-dialog-close')!.click();
    await waitUntil(() => !inBody('[role=dialog]'));
    expect([asked, page.text()]).to.deep.equal([[false], '']);
  });

  it('open and close a popover by its trigger and by a click elsewhere', async () => {
    const page = await show(({React: {createElement: h}, UI: {Popover, PopoverTrigger, PopoverContent}}) =>
      h(
        'div',
        null,
        h(
          Popover,
          null,
          h(PopoverTrigger, null, 'Filter'),
          h(PopoverContent, {align: 'start', 'aria-label': 'Filter'}, 'Inside'),
        ),
        h('p', null, 'Elsewhere'),
      ),
    );
    const trigger = (): HTMLElement => page.find('button')!;
    trigger().click();
    const popover = await appears('[role=dialog]');
    expect([popover.textContent, trigger().getAttribute('aria-expanded')]).to.deep.equal(['Inside', 'true']);
    // Half shown it has half its contrast.
    await Promise.all(popover.getAnimations().map(({finished}) => finished));
    await expect(popover).to.be.accessible();
    trigger().click();
    await waitUntil(() => !inBody('[role=dialog]'), 'the trigger does not close it');
    trigger().click();
    await appears('[role=dialog]');
    const {x, y} = page.find('p')!.getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.round(x + 4), Math.round(y + 4)]});
    await waitUntil(() => !inBody('[role=dialog]'), 'a click elsewhere does not close it');
  });

  it('open a popover from a shadow root, whose trigger closes it and gets the focus back', async () => {
    const page = await show(
      ({
        React: {createElement: h},
        UI: {Popover, PopoverTrigger, PopoverContent, Command, CommandInput, CommandList},
      }) =>
        h(
          Popover,
          null,
          h(PopoverTrigger, null, 'Find'),
          h(
            PopoverContent,
            {'aria-label': 'Find'},
            h(Command, {label: 'Find'}, h(CommandInput, {placeholder: 'Name'}), h(CommandList)),
          ),
        ),
      {shadow: true},
    );
    const trigger = (): HTMLElement => page.element.shadowRoot!.querySelector('button')!;
    trigger().click();
    await appears('input');
    await waitUntil(() => document.activeElement === inBody('input'), 'the field has no focus');
    await sendKeys({press: 'Escape'});
    await waitUntil(() => !inBody('[role=dialog]'), 'Escape does not close it');
    await waitUntil(() => page.element.shadowRoot!.activeElement === trigger(), 'the focus is not back');
    trigger().click();
    await appears('[role=dialog]');
    const {x, y} = trigger().getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.round(x + 4), Math.round(y + 4)]});
    await waitUntil(() => !inBody('[role=dialog]'), 'the trigger does not close it');
  });

  it('choose from a list by keyboard', async () => {
    const chosen: string[] = [];
    const page = await show(
      ({React: {createElement: h}, UI: {Select, SelectTrigger, SelectValue, SelectContent, SelectItem}}) =>
        h(
          Select,
          {defaultValue: 'dev', onValueChange: (value: string) => chosen.push(value)},
          h(SelectTrigger, {'aria-label': 'Environment', className: 'w-40'}, h(SelectValue, {placeholder: 'Choose'})),
          h(
            SelectContent,
            null,
            h(SelectItem, {value: 'dev'}, 'Development'),
            h(SelectItem, {value: 'staging'}, 'Staging'),
            h(SelectItem, {value: 'prod'}, 'Production'),
          ),
        ),
    );
    const trigger = (): HTMLElement => page.find('[role=combobox]')!;
    expect(trigger().textContent).to.equal('Development');
    await waitUntil(() => trigger().hasAttribute('dir'), 'the code has not come');
    trigger().focus();
    await sendKeys({press: 'ArrowDown'});
    const list = await appears('[role=listbox]');
    expect([...list.querySelectorAll('[role=option]')].map((option) => option.textContent)).to.deep.equal([
      'Development',
      'Staging',
      'Production',
    ]);
    await waitUntil(() => document.activeElement?.textContent === 'Development');
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => document.activeElement?.textContent === 'Staging');
    await expect(list).to.be.accessible();
    await sendKeys({press: 'Enter'});
    await waitUntil(() => trigger().textContent === 'Staging');
    expect(chosen).to.deep.equal(['staging']);
  });

  it('search in a list of commands', async () => {
    const picked: string[] = [];
    const page = await show(
      ({
        React: {createElement: h},
        UI: {Command, CommandInput, CommandList, CommandEmpty, CommandGroup, CommandItem},
      }) =>
        h(
          Command,
          {label: 'Projects'},
          h(CommandInput, {placeholder: 'Search'}),
          h(
            CommandList,
            null,
            h(CommandEmpty, null, 'Nothing'),
            h(
              CommandGroup,
              {heading: 'All'},
              ...['cart', 'billing'].map((name) =>
                h(CommandItem, {key: name, onSelect: (value: string) => picked.push(value)}, name),
              ),
            ),
          ),
        ),
    );
    await waitUntil(() => page.find('input'), 'the code has not come');
    page.find('input')!.focus();
    await sendKeys({type: 'bil'});
    await waitUntil(() => page.findAll('[role=option]').length === 1);
    await expect(page.element).to.be.accessible();
    await sendKeys({press: 'Enter'});
    expect(picked).to.deep.equal(['billing']);
    await sendKeys({type: 'xyz'});
    await waitUntil(() => page.text().includes('Nothing'));
  });
});
