import {expect, waitUntil} from '@open-wc/testing';
import type {PortalError} from '@openchoreo/portal-contract';
import {startConsumer, type Anything, type StartedConsumer} from '../test-support/start-consumer.ts';

function start(render: (global: Anything) => unknown): StartedConsumer {
  return startConsumer(
    (global) => {
      const component = (): unknown => render(global);
      global.registerModule({id: 'drawn', name: 'Drawn', version: '1.0.0', routes: [{path: '/drawn', component}]});
    },
    {id: 'drawn'},
  );
}

describe('window.OpenChoreo.Icons', () => {
  it('has every icon at once, and draws those that are rendered with one request', async () => {
    const {activate, show, consumer, asked} = start(({React: {createElement: h}, Icons}) => {
      const {Users, TrendingUp, Trash2, Box} = Icons;
      void Box;
      return h(
        'p',
        null,
        h(Users, {size: 16, className: 'text-muted-foreground', 'data-x': 1}),
        h(TrendingUp, {'aria-label': 'Rising', role: 'img', absoluteStrokeWidth: true, size: 48}),
        h(Trash2),
      );
    });
    await activate();
    expect(asked).to.deep.equal([]);
    const page = await show(consumer.route('/drawn'));
    await waitUntil(() => page.findAll('svg path').length === 3);
    expect(asked).to.deep.equal(['GET /api/portal/icons?names=Users,TrendingUp,Trash2']);
    const read = (svg: Element): unknown => [
      svg.getAttribute('class'),
      svg.getAttribute('width'),
      svg.getAttribute('stroke-width'),
      svg.getAttribute('aria-hidden'),
    ];
    expect(page.findAll('svg').map(read)).to.deep.equal([
      ['lucide lucide-users text-muted-foreground', '16', '2', 'true'],
      ['lucide lucide-trending-up', '48', '1', null],
      ['lucide lucide-trash-2', '24', '2', 'true'],
    ]);
  });

  it('says the nearest of a name that lucide does not have', async () => {
    const {activate, show, consumer} = start(({React: {createElement: h}, Icons}) => h(Icons.Activty));
    await activate();
    const failures: string[] = [];
    const listen = (event: Event): void => {
      event.preventDefault();
      failures.push((event as CustomEvent<PortalError>).detail.message);
    };
    addEventListener('portal-failure', listen);
    await show(consumer.route('/drawn'));
    await waitUntil(() => failures.length > 0);
    removeEventListener('portal-failure', listen);
    expect(failures).to.deep.equal(["window.OpenChoreo has no 'Icons.Activty'. Most like it: Icons.Activity."]);
  });
});
