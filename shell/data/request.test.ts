import {PortalError} from '@openchoreo/portal-contract';
import {expect} from '@open-wc/testing';
import {rejection} from '../testing/rejection.ts';
import {toRequest} from '../testing/to-request.ts';
import {createOpenChoreoClient} from './openchoreo-client.ts';
import {createRequest} from './request.ts';

type Answer = (request: Request) => Response | Promise<Response>;

function send(answer: Answer, onSignedOut = (): Promise<void> => Promise.resolve(), timeout = 1000) {
  return createRequest({
    fetch: async (input, init) => answer(toRequest(input, init)),
    onSignedOut,
    timeout,
  });
}

const json = (status: number, body: unknown) => (): Response => Response.json(body, {status});

describe('requests', () => {
  for (const [what, answer, code, words] of [
    [
      'the gateway’s problem',
      json(403, {type: 't', title: 'No', status: 403, code: 'PERMISSION_DENIED', detail: 'This needs x:y.'}),
      'PERMISSION_DENIED',
      'This needs x:y.',
    ],
    [
      'the platform’s refusal',
      json(409, {error: 'component already exists', code: 'CONFLICT'}),
      'PLATFORM_REFUSED',
      '(409): component already exists',
    ],
    [
      'the platform’s refusal with a code that the gateway has, too',
      json(404, {error: "Project 'shop' not found", code: 'NOT_FOUND'}),
      'PLATFORM_REFUSED',
      "(404): Project 'shop' not found",
    ],
    [
      'the platform’s details',
      json(422, {
        error: 'invalid',
        code: 'UNPROCESSABLE_CONTENT',
        details: [{field: 'spec.type', message: 'immutable'}],
      }),
      'PLATFORM_REFUSED',
      'invalid (spec.type: immutable)',
    ],
    [
      'the platform’s token check',
      json(401, {error: 'INVALID_TOKEN', message: 'token is expired'}),
      'PLATFORM_REFUSED',
      'token is expired',
    ],
    ['plain text', () => new Response('pod not found', {status: 404}), 'PLATFORM_REFUSED', 'pod not found'],
    [
      'the observer’s refusal',
      json(400, {title: 'badRequest', errorCode: 'OBS-1', message: 'bad range'}),
      'PLATFORM_REFUSED',
      'bad range',
    ],
    ['a page where data was expected', () => new Response('<html>', {status: 502}), 'API_INVALID_ANSWER', '/api/x'],
    ['half an answer', () => new Response('{"items": ['), 'API_INVALID_ANSWER', '/api/x'],
    ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), 'OFFLINE', 'connection'],
  ] as const satisfies readonly (readonly [string, Answer, string, string])[]) {
    it(`reads ${what}`, async () => {
      const error = await rejection(send(answer)('/api/x'));
      expect([error.code, error.message.includes(words)]).to.deep.equal([code, true]);
    });
  }

  it('gives up on an answer that does not come', async () => {
    const slow: Answer = (request) =>
      new Promise((_resolve, reject) =>
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error)),
      );
    expect((await rejection(send(slow, undefined, 20)('/api/x'))).code).to.equal('API_TIMEOUT');
  });

  it('rejects with the signal’s reason when it is aborted', async () => {
    const reason = new PortalError('INTERNAL', []);
    const error = await rejection(send(json(200, {}))('/api/x', {signal: AbortSignal.abort(reason)}));
    expect(error).to.equal(reason);
  });

  it('sends a read again when the session is back, and fails a write', async () => {
    const methods: string[] = [];
    let isSignedIn = false;
    const answer: Answer = ({method}) => {
      methods.push(method);
      return isSignedIn ? Response.json({ok: true}) : Response.json({code: 'SESSION_EXPIRED'}, {status: 401});
    };
    const request = send(answer, async () => void (isSignedIn = true));
    expect((await rejection(request('/api/x', {method: 'POST', body: {}}))).code).to.equal('SESSION_EXPIRED');
    isSignedIn = false;
    expect([await request('/api/x'), methods]).to.deep.equal([{ok: true}, ['POST', 'GET', 'GET']]);
    isSignedIn = false;
    expect(await request('/api/x', {method: 'POST', body: {}, reads: true})).to.deep.equal({ok: true});
  });

  it('stops waiting for the session when it is aborted', async () => {
    const abort = new AbortController();
    const request = send(json(401, {code: 'SESSION_EXPIRED'}), () => new Promise(() => {}));
    const waiting = rejection(request('/api/x', {signal: abort.signal}));
    setTimeout(() => abort.abort(new PortalError('INTERNAL', [])), 10);
    expect((await waiting).code).to.equal('INTERNAL');
  });
});

describe('platform client', () => {
  it('walks all pages, a hundred at a time, with the module’s name on each request', async () => {
    const asked: string[] = [];
    const pages = [
      {items: [{metadata: {name: 'a'}}], pagination: {nextCursor: 'c1'}},
      {items: [{metadata: {name: 'b'}}], pagination: {}},
    ];
    const client = createOpenChoreoClient(
      send((request) => {
        asked.push(request.url.replace(location.origin, ''), request.headers.get('x-portal-module') ?? '');
        return Response.json(pages[asked.length / 2 - 1]);
      }),
      {'x-portal-module': 'a@1.0.0'},
    );
    const items = await client.listAll('components', {namespace: 'acme', project: 'shop'});
    expect([items.map(({metadata}) => metadata.name), asked]).to.deep.equal([
      ['a', 'b'],
      [
        '/api/openchoreo/api/v1/namespaces/acme/components?limit=100&project=shop',
        'a@1.0.0',
        '/api/openchoreo/api/v1/namespaces/acme/components?limit=100&project=shop&cursor=c1',
        'a@1.0.0',
      ],
    ]);
  });

  it('does not walk in circles when the cursor stands still', async () => {
    const answer = json(200, {items: [], pagination: {nextCursor: 'same'}});
    expect(await createOpenChoreoClient(send(answer)).listAll('namespaces')).to.deep.equal([]);
  });

  for (const body of [{items: 'none'}, {items: [{metadata: {}}]}, [], null]) {
    it(`refuses ${JSON.stringify(body)} as a list`, async () => {
      const error = await rejection(createOpenChoreoClient(send(json(200, body))).list('namespaces'));
      expect(error.code).to.equal('API_INVALID_ANSWER');
    });
  }

  it('refuses an object without a name', async () => {
    const client = createOpenChoreoClient(send(json(200, {kind: 'Component'})));
    expect((await rejection(client.get('components', {namespace: 'acme', name: 'x'}))).code).to.equal(
      'API_INVALID_ANSWER',
    );
  });

  it('creates, updates and deletes at the object’s own address', async () => {
    const asked: string[] = [];
    const resource = {metadata: {name: 'cart', namespace: 'acme'}};
    const client = createOpenChoreoClient(
      send((request) => {
        asked.push(`${request.method} ${new URL(request.url).pathname}`);
        return request.method === 'DELETE' ? new Response(null, {status: 204}) : Response.json(resource);
      }),
    );
    await client.create('components', resource);
    await client.update('components', resource);
    await client.remove('components', resource.metadata);
    expect(asked).to.deep.equal([
      'POST /api/openchoreo/api/v1/namespaces/acme/components',
      'PUT /api/openchoreo/api/v1/namespaces/acme/components/cart',
      'DELETE /api/openchoreo/api/v1/namespaces/acme/components/cart',
    ]);
  });
});
