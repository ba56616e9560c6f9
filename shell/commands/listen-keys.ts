import type {Dispose, Perspective} from '@openchoreo/portal-contract';
import {isMac} from './key-names.ts';
import type {Chord} from './parse-shortcut.ts';
import {isTakenByPage, readKey} from './read-key.ts';
import {matchShortcut, type ShortcutTable} from './shortcut-table.ts';

/** Milliseconds between the keys of a sequence. */
const PAUSE = 1200;

export interface KeyOptions {
  readonly table: () => ShortcutTable;
  readonly perspective: () => Perspective;
  /** Whether shortcuts without Ctrl or ⌘ are switched on. */
  readonly singleKeys: () => boolean;
  readonly run: (command: string) => void;
  readonly target?: EventTarget;
}

/** Runs commands by their shortcuts, wherever the focus is and a key means nothing else. */
export function listenKeys({table, perspective, singleKeys, run, target = globalThis}: KeyOptions): Dispose {
  let pressed: readonly Chord[] = [];
  let pause: ReturnType<typeof setTimeout> | undefined;

  const forget = (): void => {
    clearTimeout(pause);
    pressed = [];
  };

  function onKey(event: Event): void {
    if (!(event instanceof KeyboardEvent)) return;
    const chord = readKey(event, isMac());
    if (!chord) return;
    if (isTakenByPage(event, chord)) {
      forget();
      return;
    }
    const context = {perspective: perspective(), singleKeys: singleKeys()};
    let sequence = [...pressed, chord];
    let found = matchShortcut(table(), sequence, context);
    if (!found && pressed.length > 0) {
      // The key that ends no sequence may begin another.
      sequence = [chord];
      found = matchShortcut(table(), sequence, context);
    }
    forget();
    if (!found) return;
    event.preventDefault();
    if (found === 'more') {
      pressed = sequence;
      pause = setTimeout(forget, PAUSE);
    } else run(found.command);
  }

  target.addEventListener('keydown', onKey);
  return () => {
    forget();
    target.removeEventListener('keydown', onKey);
  };
}
