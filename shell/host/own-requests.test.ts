import {listQuery} from '@openchoreo/portal-contract';
import {expect} from '@open-wc/testing';
import {createOpenChoreoClient} from '../data/openchoreo-client.ts';
import {createRequest} from '../data/request.ts';
import {toRequest} from '../testing/to-request.ts';
import {ownRequests} from './own-requests.ts';

/** A platform that answers when the test says so, and a module that can be deactivated. */
function start() {
  const waiting: ((response: Response) => void)[] = [];
  const aborted: string[] = [];
  const send = createRequest({
    fetch: (input, init) => {
      const request = toRequest(input, init);
      return new Promise((resolve, reject) => {
        waiting.push(resolve);
        request.signal.addEventListener('abort', () => {
          aborted.push(`${request.method} ${new URL(request.url).pathname.split('/').at(-1)}`);
          reject(request.signal.reason as Error);
        });
      });
    },
    onSignedOut: () => Promise.resolve(),
  });
  const module = new AbortController();
  const api = createOpenChoreoClient(ownRequests(send, module.signal));
  const answer = (body: unknown): void => waiting.forEach((resolve) => resolve(Response.json(body)));
  return {api, module, aborted, answer};
}

const outcome = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);
const CART = {metadata: {name: 'cart', namespace: 'acme'}};

describe('requests of a module', () => {
  it('end with it, reads and writes, and an answer that comes late is heard by nobody', async () => {
    const {api, module, aborted, answer} = start();
    const own = new AbortController();
    const works = [
      api.get('components', CART.metadata),
      api.list('projects', {namespace: 'acme', signal: own.signal}),
      api.update('components', CART as never),
      api.request('/api/v1/version'),
    ].map(outcome);
    const reason = new Error('deactivated');
    module.abort(reason);
    answer(CART);
    expect(await Promise.all(works)).to.deep.equal([reason, reason, reason, reason]);
    expect(aborted.sort()).to.deep.equal(['GET cart', 'GET projects', 'GET version', 'PUT cart']);
  });

  it('are not even sent after its end', async () => {
    const {api, module, aborted, answer} = start();
    module.abort(new Error('deactivated'));
    const late = outcome(api.remove('components', CART.metadata));
    answer({});
    expect([((await late) as Error).message, aborted]).to.deep.equal(['deactivated', []]);
  });

  it('still end with the signal of the caller', async () => {
    const {api} = start();
    const own = new AbortController();
    const work = outcome(api.get('components', CART.metadata, {signal: own.signal}));
    own.abort(new Error('mine'));
    expect(((await work) as Error).message).to.equal('mine');
  });

  it('for the shared cache go on, since others may wait for the same answer', async () => {
    const {api, module, answer} = start();
    const query = listQuery(api, 'components', {namespace: 'acme'});
    const work = query.queryFn({signal: new AbortController().signal});
    module.abort(new Error('deactivated'));
    answer({items: [CART], pagination: {}});
    expect(await work).to.deep.equal([CART]);
    const again = query.queryFn({signal: new AbortController().signal});
    answer({items: [], pagination: {}});
    expect(await again).to.deep.equal([]);
  });
});
