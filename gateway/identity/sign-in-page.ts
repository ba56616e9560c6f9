import {escapeHtml, pickLocale, plainPage, type PlainPage} from '../http/index.ts';
import {DEMO_PEOPLE, type DemoPerson} from './demo-people.ts';

/** The page that asks who one is: five demo people, with one click or with the common password. */
export function signInPage(options: {
  readonly acceptLanguage: string | undefined;
  readonly withPassword: boolean;
  readonly fault?: 'password' | 'person' | 'wait';
}): PlainPage {
  const lang = pickLocale(options.acceptLanguage, Object.keys(TEXTS));
  const text = TEXTS[lang] ?? ENGLISH;
  const fault = options.fault ? `<p class="fault" role="alert">${escapeHtml(text.faults[options.fault])}</p>` : '';
  const password = options.withPassword
    ? `<label>${escapeHtml(text.password)}<input type="password" name="password" autocomplete="current-password" required autofocus></label>`
    : '';
  const people = DEMO_PEOPLE.map((person) => personButton(person, text)).join('');
  const hint = options.withPassword ? text.hintPassword : text.hint;
  return plainPage({
    lang,
    title: text.title,
    body: `<h1>${escapeHtml(text.title)}</h1><p>${escapeHtml(hint)}</p>${fault}<form method="post">${password}${people}</form>`,
  });
}

function personButton(person: DemoPerson, text: SignInTexts): string {
  const {username} = person;
  const role = text.roles[username] ?? '';
  return `<button name="person" value="${escapeHtml(username)}"><strong>${escapeHtml(
    `${person.given_name} ${person.family_name} · ${username}`,
  )}</strong><span>${escapeHtml(role)}</span></button>`;
}

interface SignInTexts {
  readonly title: string;
  readonly hint: string;
  readonly hintPassword: string;
  readonly password: string;
  readonly faults: Readonly<Record<'password' | 'person' | 'wait', string>>;
  readonly roles: Readonly<Record<string, string>>;
}

const ENGLISH: SignInTexts = {
  title: 'Sign in to OpenChoreo Portal',
  hint: 'This portal runs with demo people. Choose who you are.',
  hintPassword: 'This portal runs with demo people. Enter their password, then choose who you are.',
  password: 'Password',
  faults: {
    password: 'The password is not right.',
    person: 'Choose one of the people below.',
    wait: 'Too many attempts. Wait a minute, then try again.',
  },
  roles: {
    developer: 'Creates and changes projects and components',
    'platform-engineer': 'Runs environments, pipelines and data planes',
    sre: 'Keeps what runs healthy',
    viewer: 'Looks, and changes nothing',
    admin: 'May do everything, modules included',
  },
};

const GERMAN: SignInTexts = {
  title: 'Am OpenChoreo Portal anmelden',
  hint: 'Dieses Portal läuft mit Demo-Personen. Wählen Sie, wer Sie sind.',
  hintPassword: 'Dieses Portal läuft mit Demo-Personen. Geben Sie deren Kennwort ein und wählen Sie, wer Sie sind.',
  password: 'Kennwort',
  faults: {
    password: 'Das Kennwort stimmt nicht.',
    person: 'Wählen Sie eine der Personen unten.',
    wait: 'Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es dann erneut.',
  },
  roles: {
    developer: 'Legt Projekte und Komponenten an und ändert sie',
    'platform-engineer': 'Betreibt Umgebungen, Pipelines und Data Planes',
    sre: 'Hält gesund, was läuft',
    viewer: 'Sieht alles und ändert nichts',
    admin: 'Darf alles, auch Module verwalten',
  },
};

const TEXTS: Readonly<Record<string, SignInTexts>> = {en: ENGLISH, de: GERMAN};
