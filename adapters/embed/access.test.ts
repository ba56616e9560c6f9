import {expect} from '@open-wc/testing';
import {createAccess} from './access.ts';

const PORTAL = 'https://portal.example';

function create(answers: Readonly<Record<string, () => Response>> = {}) {
  const sent: string[] = [];
  const access = createAccess({
    portal: PORTAL,
    async fetch(input, init) {
      const {pathname} = new URL(input as string);
      sent.push(`${pathname} ${new Headers(init?.headers).get('authorization') ?? '-'} ${init?.credentials}`);
      return answers[pathname]?.() ?? new Response('{}');
    },
    onRefused: () => sent.push('refused'),
  });
  return {access, sent};
}

describe('a token', () => {
  it('goes to the portal alone, never with a cookie, and not where the address says whose it is', async () => {
    const {access, sent} = create();
    access.keep({token: 't', expiresAt: Date.now() + 900_000});
    await access.send('/api/openchoreo/x');
    await access.send(`${PORTAL}/embed/code/ticket/a/1.0.0/x.json`);
    expect(sent).to.deep.equal(['/api/openchoreo/x Bearer t omit', '/embed/code/ticket/a/1.0.0/x.json - omit']);
    const error = await access.send('https://evil.example/x').catch((thrown: unknown) => thrown);
    expect(String(error)).to.contain('https://evil.example is not the portal');
    expect(sent.length).to.equal(2);
  });

  it('is exchanged before it runs out, once for all who wait', async () => {
    const renewed = {token: 'new', expiresAt: Date.now() + 900_000};
    const {access, sent} = create({'/embed/token': () => Response.json(renewed)});
    access.keep({token: 'old', expiresAt: Date.now() + 10_000});
    await Promise.all([access.send('/a'), access.send('/b')]);
    expect(sent).to.deep.equal(['/embed/token Bearer old omit', '/a Bearer new omit', '/b Bearer new omit']);
  });

  it('is used on when it cannot be exchanged, until the portal says no', async () => {
    const refuse = (): Response => new Response('{}', {status: 401});
    const {access, sent} = create({'/embed/token': refuse, '/b': refuse});
    access.keep({token: 'old', expiresAt: Date.now() + 10_000});
    await access.send('/a');
    expect((await access.send('/b')).status).to.equal(401);
    expect(sent.filter((line) => !line.startsWith('/embed/token'))).to.deep.equal([
      '/a Bearer old omit',
      '/b Bearer old omit',
      'refused',
    ]);
  });
});
