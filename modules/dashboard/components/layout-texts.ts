// A catalogue of its own, fetched with the editor: the module's catalogue comes with every first page.

const ENGLISH = {
  title: 'Arrange the dashboard',
  help: 'Drag cards by their handle. With the keyboard, on a handle: arrow keys move, Shift and arrow keys resize, Escape undoes.',
  done: 'Done',
  cancel: 'Cancel',
  reset: 'Reset to default',
  handle: 'Move or resize {title}',
  size: 'Drag to resize {title}',
  tools: 'Place and size of {title}',
  earlier: 'Earlier',
  later: 'Later',
  narrower: 'Narrower',
  wider: 'Wider',
  shorter: 'Shorter',
  taller: 'Taller',
  hide: 'Hide {title}',
  show: 'Show {title}',
  hidden: 'Hidden cards',
  none: 'Every card is on the dashboard.',
  placed: '{title}: place {place} of {count}, {columns} of 12 columns, {rows} rows',
  hid: '{title} is hidden',
  undone: '{title} is back in its place',
  wasReset: 'The dashboard is as it was at first',
} as const;

type Texts = Readonly<Record<keyof typeof ENGLISH, string>>;

const GERMAN: Texts = {
  title: 'Dashboard anordnen',
  help: 'Karten am Griff ziehen. Mit der Tastatur, auf einem Griff: Pfeiltasten verschieben, Umschalt und Pfeiltasten ändern die Größe, Escape macht rückgängig.',
  done: 'Fertig',
  cancel: 'Abbrechen',
  reset: 'Zurücksetzen',
  handle: '{title} verschieben oder in der Größe ändern',
  size: 'Ziehen, um die Größe von {title} zu ändern',
  tools: 'Platz und Größe von {title}',
  earlier: 'Nach vorn',
  later: 'Nach hinten',
  narrower: 'Schmaler',
  wider: 'Breiter',
  shorter: 'Niedriger',
  taller: 'Höher',
  hide: '{title} ausblenden',
  show: '{title} einblenden',
  hidden: 'Ausgeblendete Karten',
  none: 'Alle Karten sind auf dem Dashboard.',
  placed: '{title}: Platz {place} von {count}, {columns} von 12 Spalten, {rows} Zeilen',
  hid: '{title} ist ausgeblendet',
  undone: '{title} ist wieder an seinem Platz',
  wasReset: 'Das Dashboard ist wie am Anfang',
};

export type LayoutText = (key: keyof Texts, values?: Readonly<Record<string, string | number>>) => string;

/** The editor's texts in the language, or in English. */
export function layoutTexts(locale: string): LayoutText {
  const texts: Texts = locale.startsWith('de') ? GERMAN : ENGLISH;
  return (key, values = {}) => texts[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
