import type {Session} from '@openchoreo/portal-contract';
import {atom} from 'nanostores';
import type {SessionControl} from '../services.ts';

/**
 * The query of the address a sign-in window comes back to: it has done its work then and closes itself. The window that
 * opened it may not be able to, when it went through another origin.
 */
export const SIGNED_IN_AGAIN = 'signed-in-again';

export interface ShellSession extends SessionControl {
  /** A request was answered with «signed out». Resolves when the session is back. */
  markExpired(): Promise<void>;
}

export interface SessionOptions {
  readonly session: Session;
  readonly fetch: typeof fetch;
  /** Opens sign-in beside this page. */
  readonly openSignIn: (url: string) => {close(): void; readonly closed: boolean} | null;
  /** Another person signed in: what this page shows is not theirs. */
  readonly onOtherUser: () => void;
  readonly signOut: () => void;
  /** Milliseconds between two looks whether the session is back. */
  readonly interval?: number;
}

/** The session as this tab sees it. While it is expired the tab keeps its state and looks for the session's return. */
export function createSessionControl(options: SessionOptions): ShellSession {
  const {interval = 1000} = options;
  const $expired = atom(false);
  const waiting: (() => void)[] = [];
  let watching: ReturnType<typeof setInterval> | undefined;
  let popup: {close(): void} | null = null;

  async function look(): Promise<void> {
    const response = await options.fetch('/api/portal/session', {headers: {accept: 'application/json'}});
    if (!response.ok) return;
    const {user} = (await response.json()) as Partial<Session>;
    if (user?.id !== options.session.user.id) {
      options.onOtherUser();
      return;
    }
    clearInterval(watching);
    watching = undefined;
    removeEventListener('focus', lookQuietly);
    popup?.close();
    popup = null;
    $expired.set(false);
    for (const resolve of waiting.splice(0)) resolve();
  }

  const untilBack = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));

  /** Not answered means not back yet; the next look asks again. */
  function lookQuietly(): void {
    void look().catch(() => {});
  }

  return {
    expired: $expired,
    markExpired() {
      if (!$expired.get()) {
        $expired.set(true);
        // The person may sign in again in another tab of their own accord.
        addEventListener('focus', lookQuietly);
      }
      return untilBack();
    },
    signInAgain() {
      if (!$expired.get()) return Promise.resolve();
      popup = options.openSignIn(`/auth/sign-in?return=${encodeURIComponent(`/?${SIGNED_IN_AGAIN}`)}`);
      watching ??= setInterval(lookQuietly, interval);
      return untilBack();
    },
    signOut: options.signOut,
  };
}
