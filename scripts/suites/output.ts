/** Where a suite and the programs it runs write what people read. */
export interface Output {
  write(text: string): void;
}

export const TERMINAL: Output = {write: (text) => void process.stdout.write(text)};

export const NOWHERE: Output = {write: () => {}};

/** Keeps what is written until it is asked for, so that suites that run at the same time are read one after the other. */
export function createBuffer(): Output & {readonly read: () => string} {
  const parts: string[] = [];
  return {write: (text) => void parts.push(text), read: () => parts.join('')};
}
