import type {ErrorCode, PortalError} from '@openchoreo/portal-contract';
import type {Embedder} from './embedder.ts';
import {toText, type TextKey} from './texts.ts';

/** What an element of the portal shows: its part, or in its place what is the matter and what to do. */
export type EmbedView =
  | {readonly kind: 'part'}
  | {readonly kind: 'loading'}
  | {
      readonly kind: 'message';
      readonly title: string;
      readonly text: string;
      readonly action?: {readonly label: string; readonly run: () => void};
    };

/** What the element of the module shows now. */
export function toView(embedder: Embedder, module: string, tag: string): EmbedView {
  const {state, language} = embedder;
  const values = {portal: new URL(embedder.portal).host, origin: location.origin, tag};
  const say = (title: TextKey, text: TextKey, more: Readonly<Record<string, string>> = {}) => ({
    kind: 'message' as const,
    title: toText(language, title),
    text: toText(language, text, {...values, ...more}),
  });
  const retry = {label: toText(language, 'retry'), run: () => embedder.retry()};

  switch (state.status) {
    case 'connecting':
      return {kind: 'loading'};
    case 'not-allowed':
      return say('notAllowed', 'notAllowedText');
    case 'offline':
      return {...say('offline', 'offlineText'), action: retry};
    case 'failed':
      return {...say('failed', 'failedText'), text: toErrorText(state.error, language), action: retry};
    case 'signed-out': {
      const message = say('signedOut', 'signedOutText');
      const text = state.error ? toErrorText(state.error, language) : message.text;
      // Why it failed stands in the state then.
      const run = (): void => void embedder.signIn().catch(() => {});
      return {...message, text, action: {label: toText(language, 'signIn'), run}};
    }
    case 'ready': {
      const found = state.modules.get(module);
      if (found === undefined) return {kind: 'loading'};
      if (found instanceof Set) return found.has(tag) ? {kind: 'part'} : say('unknown', 'unknownText');
      const withheld = found as Exclude<typeof found, ReadonlySet<string>>;
      if (withheld.reason === 'denied') return say('denied', 'deniedText', {permission: withheld.permission ?? ''});
      return withheld.reason === 'disabled' ? say('disabled', 'disabledText') : say('unknown', 'unknownText');
    }
  }
}

const ERRORS: Readonly<Partial<Record<ErrorCode, TextKey>>> = {
  EMBED_POPUP_BLOCKED: 'popupBlocked',
  EMBED_TOKEN_REFUSED: 'tokenRefused',
};

/** Before there is a session, and with it a catalogue, few things can happen. */
function toErrorText(error: PortalError, language: string): string {
  return `${toText(language, ERRORS[error.code] ?? 'failedText', {reason: error.values[0] ?? ''})} (${error.code})`;
}

/** Draws what is not the part itself. */
export function drawView(view: Exclude<EmbedView, {kind: 'part'}>, language: string): HTMLElement {
  const box = document.createElement('div');
  box.className = 'message';
  box.lang = /^de\b/i.test(language) ? 'de' : 'en';
  if (view.kind === 'loading') {
    box.setAttribute('aria-busy', 'true');
    box.setAttribute('role', 'status');
    box.setAttribute('aria-label', toText(language, 'loading'));
    box.append(draw('span', 'bone', ''));
    return box;
  }
  box.setAttribute('role', 'status');
  box.append(draw('p', 'title', view.title), draw('p', 'text', view.text));
  if (view.action) {
    const button = draw('button', '', view.action.label);
    button.type = 'button';
    button.addEventListener('click', view.action.run);
    box.append(button);
  }
  return box;
}

function draw<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, text: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.textContent = text;
  return element;
}
