import type {Notice} from '../services.ts';

const MILLISECONDS: Readonly<Record<Notice['kind'], number>> = {
  success: 6_000,
  info: 6_000,
  warning: 12_000,
  error: Infinity,
};

/** Dismisses notices after their time. Each follows its own clock from when it is first seen. */
export class NoticeTimers {
  readonly #dismiss: (id: number) => void;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  constructor(dismiss: (id: number) => void) {
    this.#dismiss = dismiss;
  }

  /** Starts the clocks of new notices and drops those of notices that are gone. */
  follow(notices: readonly Notice[]): void {
    for (const id of this.#timers.keys()) if (!notices.some((notice) => notice.id === id)) this.#drop(id);
    for (const notice of notices) if (!this.#timers.has(notice.id)) this.#start(notice);
  }

  /** Stops all clocks; `follow` starts them anew. */
  hold(): void {
    this.stop();
  }

  stop(): void {
    for (const id of [...this.#timers.keys()]) this.#drop(id);
  }

  #start(notice: Notice): void {
    const milliseconds = notice.action ? Infinity : MILLISECONDS[notice.kind];
    if (milliseconds === Infinity) return;
    this.#timers.set(
      notice.id,
      setTimeout(() => this.#dismiss(notice.id), milliseconds),
    );
  }

  #drop(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }
}
