import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import type {PortalError} from '@openchoreo/portal-contract';
import {createFakePortal, type FakePortal, PORTAL} from './test-support/fake-portal.ts';

/** As an element in the page does. */
function join(portal: FakePortal): void {
  portal.embedder.join('shop', () => {});
}

const statusOf = (portal: FakePortal): string => portal.embedder.state.status;

/** What the sign-in window posts, from wherever the test says. */
function post(portal: FakePortal, change: Partial<MessageEventInit> & {state?: string; token?: string} = {}): void {
  const {url, window: source} = portal.opened.at(-1)!;
  const state = change.state ?? new URL(url).searchParams.get('state') ?? '';
  const data = {type: 'openchoreo-embed-token', token: change.token ?? 'good', expiresAt: Date.now() + 900_000, state};
  const event = new MessageEvent('message', {origin: change.origin ?? PORTAL, data});
  // Only a window can be given to the constructor.
  Object.defineProperty(event, 'source', {value: 'source' in change ? change.source : source});
  dispatchEvent(event);
}

describe('the person in a foreign page', () => {
  it('is known by the token that the page gives, in every request', async () => {
    const portal = createFakePortal();
    portal.embedder.configure({getToken: async () => 'good'});
    join(portal);
    await waitUntil(() => statusOf(portal) === 'ready');
    expect(portal.requests).to.deep.equal(['GET /embed/access -', 'POST /embed/session good']);
  });

  it('has a new token asked for when the first was refused, and is told when that is, too', async () => {
    const portal = createFakePortal();
    const asked: boolean[] = [];
    portal.embedder.configure({getToken: ({refresh}) => (asked.push(refresh), refresh ? 'good' : 'stale')});
    join(portal);
    await waitUntil(() => statusOf(portal) === 'ready');
    expect(portal.requests.slice(1)).to.deep.equal(['POST /embed/session stale', 'POST /embed/session good']);
    portal.tokens.clear();
    portal.embedder.signOut();
    await waitUntil(() => statusOf(portal) === 'failed');
    const {error} = portal.embedder.state as {error: PortalError};
    expect([error.code, error.values]).to.deep.equal(['EMBED_TOKEN_REFUSED', ['it has expired']]);
    expect(portal.disposed).to.equal(1);
  });

  it('goes on when a framework gives an equal function again', async () => {
    const portal = createFakePortal();
    portal.embedder.configure({getToken: () => 'good'});
    join(portal);
    await waitUntil(() => statusOf(portal) === 'ready');
    portal.embedder.configure({getToken: () => 'good'});
    await aTimeout(0);
    expect([statusOf(portal), portal.questions.length]).to.deep.equal(['ready', 1]);
    portal.embedder.configure({getToken: undefined});
    await waitUntil(() => statusOf(portal) === 'signed-out');
  });

  it('signs in by the window, whose message counts only when all of it is right', async () => {
    const portal = createFakePortal();
    join(portal);
    await waitUntil(() => statusOf(portal) === 'signed-out');
    const signedIn = portal.embedder.signIn();
    const {searchParams, origin, pathname} = new URL(portal.opened[0]!.url);
    expect([origin, pathname, searchParams.get('origin')]).to.deep.equal([PORTAL, '/embed/sign-in', location.origin]);
    expect(searchParams.get('state')!.length).to.be.greaterThan(32);
    post(portal, {origin: 'https://evil.example'});
    post(portal, {source: window});
    post(portal, {state: 'guessed'});
    await aTimeout(0);
    expect([statusOf(portal), portal.questions.length]).to.deep.equal(['signed-out', 0]);
    post(portal);
    await signedIn;
    expect(statusOf(portal)).to.equal('ready');
    expect(portal.requests.at(-1)).to.equal('POST /embed/session good');
  });

  it('stays signed out when the window is closed, and says why when it is blocked', async () => {
    const portal = createFakePortal();
    join(portal);
    await waitUntil(() => statusOf(portal) === 'signed-out');
    const closed = portal.embedder.signIn();
    portal.opened[0]!.window.closed = true;
    await closed;
    expect(portal.embedder.state).to.deep.equal({status: 'signed-out'});
    portal.isBlocked = true;
    const error = await portal.embedder.signIn().catch((thrown: unknown) => thrown);
    expect((error as PortalError).code).to.equal('EMBED_POPUP_BLOCKED');
    expect(portal.embedder.state).to.deep.equal({status: 'signed-out', error});
  });

  it('is signed out everywhere when the session has ended', async () => {
    const portal = createFakePortal();
    join(portal);
    await waitUntil(() => statusOf(portal) === 'signed-out');
    const signedIn = portal.embedder.signIn();
    portal.tokens.add('old one');
    post(portal, {token: 'old one'});
    await signedIn;
    expect(statusOf(portal)).to.equal('ready');
    portal.tokens.clear();
    portal.embedder.configure({locale: 'de'});
    await waitUntil(() => statusOf(portal) === 'signed-out');
    expect(portal.disposed).to.equal(1);
  });
});
