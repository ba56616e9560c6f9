import {createHash, timingSafeEqual} from 'node:crypto';

/** Compares passwords and slows guessing down: after ten wrong ones, nobody may try for the rest of the minute. */
export class PasswordGuard {
  readonly #expected: Buffer;
  readonly #now: () => number;
  #minute = 0;
  #failures = 0;

  constructor(password: string, now: () => number = Date.now) {
    this.#expected = digest(password);
    this.#now = now;
  }

  check(password: string): 'right' | 'wrong' | 'wait' {
    const minute = Math.floor(this.#now() / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#failures = 0;
    }
    if (this.#failures >= 10) return 'wait';
    if (timingSafeEqual(digest(password), this.#expected)) return 'right';
    this.#failures += 1;
    return 'wrong';
  }
}

function digest(password: string): Buffer {
  return createHash('sha256').update(password).digest();
}
