import type {EmbedToken} from '@openchoreo/portal-contract';
import {escapeHtml, pickLocale, plainPage, type PlainPage} from '../http/index.ts';

const LOCALES = ['en', 'de'];

/** The window an embedding page opened, for somebody who is signed in: whether that page may show parts of the portal. */
export function consentPage(
  acceptLanguage: string | undefined,
  asked: {readonly origin: string; readonly state: string; readonly name: string},
): PlainPage {
  const lang = pickLocale(acceptLanguage, LOCALES);
  const {host} = new URL(asked.origin);
  const [title, text, go] =
    lang === 'de'
      ? [
          `Teile des Portals in ${host} zeigen?`,
          'Die Seite liest in Ihrem Namen, was Sie lesen dürfen. Sie ändert nichts. Mit dem Abmelden im Portal endet das.',
          `Weiter als ${asked.name}`,
        ]
      : [
          `Show parts of the portal in ${host}?`,
          'The page reads in your name what you may read. It changes nothing. Signing out of the portal ends it.',
          `Continue as ${asked.name}`,
        ];
  const hidden = (['origin', 'state'] as const)
    .map((name) => `<input type="hidden" name="${name}" value="${escapeHtml(asked[name])}">`)
    .join('');
  const body = `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p><form method="post" action="/embed/sign-in">${hidden}<button autofocus><strong>${escapeHtml(go)}</strong><span>${escapeHtml(asked.origin)}</span></button></form>`;
  return plainPage({lang, title, body});
}

/** Hands the token to the page that opened the window, if it still is of the origin that was asked about, and closes it. */
export function handOverPage(
  acceptLanguage: string | undefined,
  given: EmbedToken & {readonly origin: string; readonly state: string},
): PlainPage {
  const lang = pickLocale(acceptLanguage, LOCALES);
  const {origin, ...message} = given;
  const [title, text] =
    lang === 'de'
      ? ['Sie sind angemeldet', 'Dieses Fenster lässt sich schließen. Zeigt die Seite noch nichts, dort erneut „Anmelden“ wählen.']
      : ['You are signed in', 'You can close this window. If the page shows nothing yet, choose «Sign in» there once more.']; // prettier-ignore
  const data = toScriptJson({type: 'openchoreo-embed-token', ...message});
  const script = `if(window.opener){window.opener.postMessage(${data},${toScriptJson(origin)});window.close()}`;
  return plainPage({lang, title, body: `<h1>${title}</h1><p>${text}</p>`, script});
}

/** The origin may not embed: nothing is asked and nothing is given. */
export function notAllowedPage(
  acceptLanguage: string | undefined,
  fault: {readonly code: string; readonly sentence: string},
): PlainPage {
  const lang = pickLocale(acceptLanguage, LOCALES);
  const title = lang === 'de' ? 'Diese Seite darf das nicht' : 'This page may not do that';
  const body = `<h1>${title}</h1><p class="fault" role="alert">${escapeHtml(fault.sentence)}</p><p><code>${escapeHtml(fault.code)}</code></p>`;
  return plainPage({lang, title, body});
}

/** JSON that cannot end the script it stands in. */
function toScriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
