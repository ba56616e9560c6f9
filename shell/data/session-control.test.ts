import {expect, waitUntil} from '@open-wc/testing';
import {createSessionControl, type ShellSession} from './session-control.ts';

const SESSION = {user: {id: 'u1', name: 'Ada', groups: []}, expiresAt: '2099-01-01T00:00:00Z'};

describe('session', () => {
  let answer: () => Response;
  let opened: string[];
  let closed: number;
  let others: number;
  let session: ShellSession;

  beforeEach(() => {
    [opened, closed, others] = [[], 0, 0];
    answer = () => new Response(null, {status: 401});
    session = createSessionControl({
      session: SESSION,
      fetch: async () => answer(),
      openSignIn(url) {
        opened.push(url);
        return {closed: false, close: () => (closed += 1)};
      },
      onOtherUser: () => (others += 1),
      signOut: () => {},
      interval: 10,
    });
  });

  it('waits beside the page until the person has signed in again', async () => {
    const back = session.markExpired();
    expect(session.expired.get()).to.equal(true);
    const again = session.signInAgain();
    answer = () => Response.json(SESSION);
    await Promise.all([back, again]);
    expect([session.expired.get(), opened.length, closed]).to.deep.equal([false, 1, 1]);
  });

  it('notices a sign-in in another tab when the person comes back', async () => {
    const back = session.markExpired();
    answer = () => Response.json(SESSION);
    dispatchEvent(new FocusEvent('focus'));
    await back;
    expect(session.expired.get()).to.equal(false);
  });

  it('does not show one person’s page to another', async () => {
    void session.markExpired();
    answer = () => Response.json({...SESSION, user: {...SESSION.user, id: 'u2'}});
    void session.signInAgain();
    await waitUntil(() => others > 0);
    expect(session.expired.get()).to.equal(true);
  });
});
