import type {Dispose} from '@openchoreo/portal-contract';
import {watch} from 'node:fs';

export interface FolderWatchOptions {
  /** Called some time after something below the folder may have changed; never while an earlier call runs. */
  readonly onChange: () => Promise<void>;
  readonly onLost: (error: unknown) => void;
  /** Milliseconds of quiet before a call. */
  readonly quiet?: number;
  /** Milliseconds between looks that need no sign: file systems exist that give none. */
  readonly interval?: number;
}

export interface FolderWatch {
  /** Looks now. Resolves when that look has ended. */
  look(): Promise<void>;
  /** Looks again after the milliseconds, unless there is a sign before. */
  lookIn(milliseconds: number): void;
  readonly stop: Dispose;
}

/** Watches a folder by the system's signs where there are any, and by looking in any case. */
export function watchFolder(folder: string, options: FolderWatchOptions): FolderWatch {
  const {onChange, onLost, quiet = 150, interval = 5000} = options;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  const look = (): Promise<void> => {
    if (isStopped) return Promise.resolve();
    if (!running) {
      running = onChange()
        .catch(onLost)
        .finally(() => (running = undefined));
      return running;
    }
    // What changed since the running look began may have been passed over by it.
    next ??= running.then(() => {
      next = undefined;
      return look();
    });
    return next;
  };
  const lookIn = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), milliseconds).unref();
  };
  const stopSigns = listen();
  const beat = setInterval(() => void look(), interval).unref();
  return {
    look,
    lookIn,
    stop() {
      isStopped = true;
      clearTimeout(timer);
      clearInterval(beat);
      stopSigns();
    },
  };

  function listen(): Dispose {
    try {
      const watcher = watch(folder, {recursive: true, persistent: false}, () => lookIn(quiet));
      watcher.on('error', onLost);
      return () => watcher.close();
    } catch (error) {
      onLost(error);
      return () => {};
    }
  }
}
