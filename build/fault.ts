/** One thing wrong in a room's sources: whose, where, what was found there, what belongs there. */
export interface BuildFault {
  readonly module: string;
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

/** Stops the build; its message has every fault, one a line. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
  readonly faults: readonly BuildFault[];

  constructor(faults: readonly BuildFault[]) {
    super(['The build stopped:', ...faults.map(toLine)].join('\n'));
    this.faults = faults;
  }
}

function toLine({module, path, found, expected}: BuildFault): string {
  return `  ${module}: ${path}: found ${found}, expected ${expected}`;
}
