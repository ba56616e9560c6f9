import {PERSPECTIVES, type Theme} from '@openchoreo/portal-contract';
import type {ShellServices} from '../services.ts';
import {LIST_SHORTCUT} from './claim-shortcuts.ts';
import type {Command} from './command.ts';

const THEMES: Readonly<Record<Theme, string>> = {light: 'sun', dark: 'moon', system: 'monitor'};

/** What the shell itself can do, in the language in use. */
export function shellCommands({state, session, messages, boot, overlays}: ShellServices): readonly Command[] {
  const text = (key: string): string => messages.text(key);
  const own = (id: string, title: string, data: Command['data'], run: () => unknown): Command => ({
    id: `portal.${id}`,
    title,
    data,
    permissions: [],
    action: {kind: 'shell', run},
  });
  return [
    ...Object.entries(THEMES).map(([theme, icon]) =>
      own(
        `theme-${theme}`,
        text(`frame.theme.${theme}`),
        {icon, category: text('frame.theme'), keywords: KEYWORDS.theme},
        () => state.setTheme(theme as Theme),
      ),
    ),
    ...boot.portal.locales.map((locale) =>
      own(
        `language-${locale}`,
        toLanguageName(locale),
        {icon: 'languages', category: text('frame.language'), keywords: KEYWORDS.language},
        () => state.setLocale(locale),
      ),
    ),
    ...PERSPECTIVES.map((perspective) =>
      own(
        `perspective-${perspective}`,
        text(`frame.perspective.${perspective}`),
        {icon: perspective === 'development' ? 'code-xml' : 'layers', category: text('frame.perspective')},
        () => state.setPerspective(perspective),
      ),
    ),
    own('shortcuts', text('shortcuts.title'), {icon: 'keyboard', shortcut: LIST_SHORTCUT.keys}, () =>
      overlays.shortcuts(),
    ),
    {
      ...own('view-as', text('view-as.menu'), {icon: 'eye'}, () => overlays.viewAs()),
      permissions: ['portal:view-as'],
    },
    own('sign-out', text('frame.user.sign-out'), {icon: 'log-out', keywords: KEYWORDS.signOut}, () =>
      session.signOut(),
    ),
  ];
}

/** For those who look for it in the words of other programs. */
const KEYWORDS = {
  theme: ['dark mode', 'appearance', 'color scheme', 'Darstellung'],
  language: ['language', 'Sprache'],
  signOut: ['logout', 'log off', 'quit'],
} as const;

function toLanguageName(locale: string): string {
  const name = new Intl.DisplayNames(locale, {type: 'language'}).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
