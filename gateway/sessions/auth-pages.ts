import {escapeHtml, pickLocale, plainPage, type PlainPage} from '../http/index.ts';

const LOCALES = ['en', 'de'];

/** «You are signed out», with the way back in. */
export function signedOutPage(acceptLanguage: string | undefined): PlainPage {
  const lang = pickLocale(acceptLanguage, LOCALES);
  const [title, text, again] =
    lang === 'de'
      ? ['Sie sind abgemeldet', 'Ihre Sitzung ist beendet.', 'Erneut anmelden']
      : ['You are signed out', 'Your session has ended.', 'Sign in again'];
  const body = `<h1>${title}</h1><p>${text}</p><a class="button" href="/auth/sign-in"><strong>${again}</strong></a>`;
  return plainPage({lang, title, body});
}

/** What a window opened only to sign in again shows before it closes itself. */
export function signedInPage(acceptLanguage: string | undefined): PlainPage {
  const lang = pickLocale(acceptLanguage, LOCALES);
  const [title, text] =
    lang === 'de'
      ? ['Sie sind angemeldet', 'Sie können dieses Fenster schließen.']
      : ['You are signed in', 'You can close this window.'];
  return plainPage({lang, title, body: `<h1>${title}</h1><p>${text}</p>`, script: 'window.close()'});
}

/** Sends the browser to the provider's sign-out: as a page, because a form may only lead to this origin. */
export function leavingPage(acceptLanguage: string | undefined, url: URL): PlainPage {
  const lang = pickLocale(acceptLanguage, LOCALES);
  const [title, go] = lang === 'de' ? ['Abmelden …', 'Weiter'] : ['Signing out …', 'Continue'];
  const body = `<h1>${title}</h1><a class="button" href="${escapeHtml(url.href)}"><strong>${go}</strong></a>`;
  return plainPage({lang, title, body, refresh: url.href});
}

/** Signing in did not work: why, the code, and another try. */
export function signInFailedPage(
  acceptLanguage: string | undefined,
  fault: {readonly code: string; readonly sentence: string; readonly retry: string},
): PlainPage {
  const lang = pickLocale(acceptLanguage, LOCALES);
  const [title, again] =
    lang === 'de' ? ['Die Anmeldung hat nicht geklappt', 'Erneut versuchen'] : ['Signing in did not work', 'Try again'];
  const body = `<h1>${title}</h1><p class="fault" role="alert">${escapeHtml(fault.sentence)}</p><p><code>${escapeHtml(
    fault.code,
  )}</code></p><a class="button" href="${escapeHtml(fault.retry)}"><strong>${again}</strong></a>`;
  return plainPage({lang, title, body});
}
