import * as z from 'zod';
import {seal, unseal} from '../sessions/token-cipher.ts';

const kept = z.object({origin: z.string(), modules: z.record(z.string(), z.string()), expiresAt: z.number()});

/** Milliseconds: parts of an element are fetched when they are needed, in a page that may be open all day. */
const LIFETIME = 12 * 3_600_000;

/**
 * Addresses for the code of modules that a person has. `import()` sends no token, so the address itself says whose it
 * is: which modules, for which origin, until when. It gives code and nothing else; no data, no session.
 */
export class CodeTickets {
  readonly #secret: string;
  readonly #now: () => number;

  constructor(secret: string, now: () => number = Date.now) {
    this.#secret = secret;
    this.#now = now;
  }

  /** `modules`: versions by id. */
  make(origin: string, modules: Readonly<Record<string, string>>): string {
    return seal(JSON.stringify({origin, modules, expiresAt: this.#now() + LIFETIME}), this.#secret);
  }

  /** Whether the ticket is for this version of the module, in pages of this origin, now. */
  admits(ticket: string, wanted: {readonly origin: string; readonly id: string; readonly version: string}): boolean {
    const text = unseal(ticket, this.#secret);
    if (text === undefined) return false;
    const {origin, modules, expiresAt} = kept.parse(JSON.parse(text));
    return origin === wanted.origin && modules[wanted.id] === wanted.version && expiresAt > this.#now();
  }
}
