import {isLetter, type Chord} from './parse-shortcut.ts';

/** The chord that was pressed; none for what is no shortcut of anybody: keys held down, dead keys, words being composed. */
export function readKey(event: KeyboardEvent, isMac: boolean): Chord | undefined {
  if (event.defaultPrevented || event.isComposing || event.repeat || event.altKey) return undefined;
  if (event.getModifierState('AltGraph')) return undefined;
  const [mod, other] = isMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  if (other) return undefined;
  const key = toKey(event);
  if (key === undefined) return undefined;
  return {key, mod, shift: event.shiftKey && (key.length > 1 || isLetter(key))};
}

/** On a keyboard without Latin letters, the key in the place of the letter. */
function toKey({key, code}: KeyboardEvent): string | undefined {
  if (key === 'Enter') return key;
  if (key.length !== 1 || key === ' ') return undefined;
  if (key.charCodeAt(0) < 128) return key.toLowerCase();
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
}

/** Whether the event comes from where keys mean something else: letters in a field, choices in a list, all in a dialog. */
export function isTakenByPage(event: KeyboardEvent, chord: Chord): boolean {
  const path = event.composedPath().filter((target) => target instanceof Element);
  if (path.some((element) => element instanceof HTMLDialogElement && element.matches(':modal'))) return true;
  if (chord.mod) return false;
  return path.some(
    (element) =>
      isField(element) || element.matches('[role=menu], [role=listbox], [role=grid], [role=tree], [popover]'),
  );
}

const NO_TEXT = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);

function isField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !NO_TEXT.has(element.type);
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  return element.matches('textarea, select, [role=textbox], [role=combobox], [role=searchbox], [role=spinbutton]');
}
