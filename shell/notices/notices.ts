import type {Messages, Notifications, ReadableStore} from '@openchoreo/portal-contract';
import {atom} from 'nanostores';
import {isPortalError} from '../errors/to-portal-error.ts';
import type {Notice, Notices, Question} from '../services.ts';

/** Short messages and questions, as modules ask for them and the frame shows them; the frame takes them away in time. */
export function createNotices(messages: Messages): Notices & Omit<Notifications, 'add'> {
  const $shown = atom<readonly Notice[]>([]);
  const $question = atom<Question | undefined>();
  let last = 0;

  const dismiss = (id: number): void => $shown.set($shown.get().filter((notice) => notice.id !== id));

  function show(notice: Omit<Notice, 'id'>): () => void {
    const id = ++last;
    $shown.set([...$shown.get(), {...notice, id}]);
    return () => dismiss(id);
  }

  return {
    shown: $shown,
    question: $question,
    dismiss,
    show,
    error(error) {
      // What the person or a newer navigation has stopped is no fault.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      show({kind: 'error', ...toText(error, messages)});
    },
    async confirm(question) {
      // One question at a time: the second waits for the first one's answer.
      while ($question.get()) await nextChange($question);
      return new Promise((resolve) => {
        const answer = (yes: boolean): void => {
          $question.set(undefined);
          resolve(yes);
        };
        $question.set({...question, answer});
      });
    },
  };
}

function toText(error: unknown, messages: Messages): {text: string; code?: string; detail?: string} {
  if (isPortalError(error)) return {text: messages.error(error), code: error.code};
  const detail = error instanceof Error ? error.message : String(error);
  return {text: messages.text('error.unexpected'), detail};
}

function nextChange(store: ReadableStore<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.listen(() => {
      stop();
      resolve();
    });
  });
}
