/** What the host says itself, before it is known whose the page is. What modules say comes from their catalogues. */
const ENGLISH = {
  signedOut: 'Sign in to see this',
  signedOutText: 'This part of the page comes from {portal}.',
  signIn: 'Sign in',
  notAllowed: 'This page may not show parts of the portal',
  notAllowedText: 'Whoever runs {portal} has to allow {origin}.',
  offline: 'The portal cannot be reached',
  offlineText: 'Check the connection. It is tried again as soon as there is one.',
  denied: 'You may not see this',
  deniedText: 'It needs the permission “{permission}”.',
  disabled: 'This part of the portal is switched off',
  disabledText: 'Ask whoever runs {portal}.',
  unknown: 'The portal does not have this part',
  unknownText: '<{tag}> is no element of {portal}, or not any more.',
  failed: 'This part could not be shown',
  failedText: 'Something went wrong inside the portal.',
  popupBlocked: 'The browser blocked the sign-in window. Allow pop-up windows for this page.',
  tokenRefused: 'The token of this page was refused: {reason}.',
  retry: 'Try again',
  loading: 'Loading',
};

export type TextKey = keyof typeof ENGLISH;

const GERMAN: Readonly<Record<TextKey, string>> = {
  signedOut: 'Anmelden, um das zu sehen',
  signedOutText: 'Dieser Teil der Seite kommt von {portal}.',
  signIn: 'Anmelden',
  notAllowed: 'Diese Seite darf keine Teile des Portals zeigen',
  notAllowedText: 'Wer {portal} betreibt, muss {origin} erlauben.',
  offline: 'Das Portal ist nicht erreichbar',
  offlineText: 'Bitte die Verbindung prüfen. Sobald es eine gibt, wird es erneut versucht.',
  denied: 'Das dürfen Sie nicht sehen',
  deniedText: 'Dafür braucht es die Berechtigung „{permission}“.',
  disabled: 'Dieser Teil des Portals ist ausgeschaltet',
  disabledText: 'Bitte wenden Sie sich an die Betreiber von {portal}.',
  unknown: 'Diesen Teil hat das Portal nicht',
  unknownText: '<{tag}> ist kein Element von {portal}, oder nicht mehr.',
  failed: 'Dieser Teil konnte nicht gezeigt werden',
  failedText: 'Im Portal ist etwas schiefgegangen.',
  popupBlocked: 'Der Browser hat das Anmeldefenster blockiert. Bitte Pop-up-Fenster für diese Seite erlauben.',
  tokenRefused: 'Das Token dieser Seite wurde abgelehnt: {reason}.',
  retry: 'Erneut versuchen',
  loading: 'Lädt',
};

/** The sentence in the language, in English where it is neither; `{name}` stands for the value of that name. */
export function toText(language: string, key: TextKey, values: Readonly<Record<string, string>> = {}): string {
  const text = (/^de\b/i.test(language) ? GERMAN : ENGLISH)[key];
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
}
