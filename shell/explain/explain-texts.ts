// A catalogue of its own, fetched with the explanations: the shell's catalogue comes with every first page.

const ENGLISH = {
  portalPublishes: 'The portal itself publishes it.',
  publishes: '{module} publishes it.',
  publisherAbsent: 'Nobody publishes it: the module {module} is not part of your session.',
  publisherFailed: '{module}, which publishes it, failed.',
  publisherUnread: 'What {module} publishes could not be read.',
  notPublished: '{module} publishes no such event.',
  activates: 'The event activates the module.',
  heard: 'It is heard while the module is active; it does not activate it.',
  kept: 'It is kept for the person, the same in all their tabs.',
  passing: 'It is not kept: it is gone with the tab.',
  readers: 'It may be read by {modules}.',
} as const;

type Texts = Readonly<Record<keyof typeof ENGLISH, string>>;

const GERMAN: Texts = {
  portalPublishes: 'Das Portal selbst veröffentlicht es.',
  publishes: '{module} veröffentlicht es.',
  publisherAbsent: 'Niemand veröffentlicht es: Das Modul {module} gehört nicht zu Ihrer Sitzung.',
  publisherFailed: '{module}, das es veröffentlicht, ist ausgefallen.',
  publisherUnread: 'Was {module} veröffentlicht, konnte nicht gelesen werden.',
  notPublished: '{module} veröffentlicht kein solches Ereignis.',
  activates: 'Das Ereignis aktiviert das Modul.',
  heard: 'Es wird gehört, solange das Modul aktiv ist; es aktiviert das Modul nicht.',
  kept: 'Es wird für die Person aufbewahrt, in allen ihren Tabs dasselbe.',
  passing: 'Es wird nicht aufbewahrt: Mit dem Tab ist es weg.',
  readers: 'Lesen dürfen es: {modules}.',
};

/** What is said of subscriptions and stores, in the language of the page. */
export function explainText(key: keyof Texts, values: Readonly<Record<string, string>> = {}): string {
  const texts: Texts = document.documentElement.lang.startsWith('de') ? GERMAN : ENGLISH;
  return texts[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
