import type {IncomingMessage, ServerResponse} from 'node:http';
import type Provider from 'oidc-provider';
import {findDemoPerson} from './demo-people.ts';
import {PasswordGuard} from './password-guard.ts';
import {signInPage} from './sign-in-page.ts';

type Fault = 'password' | 'person' | 'wait';

/** Shows the sign-in page and takes its form. Resolves to false for every other address. */
export function createSignInHandler(options: {
  readonly provider: Provider;
  readonly publicUrl: string;
  readonly password?: string | undefined;
}): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const {provider, password} = options;
  const guard = password === undefined ? undefined : new PasswordGuard(password);

  const show = (request: IncomingMessage, response: ServerResponse, fault?: Fault): void => {
    const page = signInPage({
      acceptLanguage: request.headers['accept-language'],
      withPassword: guard !== undefined,
      ...(fault === undefined ? {} : {fault}),
    });
    response.writeHead(fault === 'wait' ? 429 : fault ? 400 : 200, page.headers).end(page.html);
  };

  return async (request, response) => {
    if (!/^\/idp\/sign-in\/[\w-]+$/.test(request.url ?? '')) return false;
    try {
      await provider.interactionDetails(request, response);
    } catch {
      // The step has expired, or the address was kept as a bookmark: begin anew at the portal.
      response.writeHead(303, {location: `${options.publicUrl}/`}).end();
      return true;
    }
    if (request.method !== 'POST') {
      show(request, response);
      return true;
    }
    const form = await readForm(request);
    const person = findDemoPerson(form.get('person'));
    const answer = guard?.check(form.get('password') ?? '') ?? 'right';
    if (answer !== 'right') show(request, response, answer === 'wait' ? 'wait' : 'password');
    else if (person === undefined) show(request, response, 'person');
    else await provider.interactionFinished(request, response, {login: {accountId: person.username}});
    return true;
  };
}

const LIMIT = 4096;

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LIMIT) return new URLSearchParams();
  }
  return new URLSearchParams(text);
}
