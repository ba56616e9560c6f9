/** What a command works with. */
export interface ModuleCommand {
  /** What was written behind its name. */
  readonly words: readonly string[];
  readonly modulesDir: string;
  readonly dataDir: string;
  /** Hosts that modules may be fetched from; absent: this machine. */
  readonly moduleSources: readonly string[] | undefined;
  /** Where the person is who runs it. */
  readonly folder: string;
  /** What the build made; it need not be there. */
  readonly buildFolder: string;
  readonly print: (line: string) => void;
  /** Milliseconds that a running portal has to answer. Default 20 seconds. */
  readonly patience?: number;
}

/** Stops a command; the lines say why. */
export class CommandError extends Error {
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines[0]);
    this.lines = lines;
  }
}

/** Stops a command with an error of the portal, its faults and its page. */
export function toCommandError(problem: {
  code: string;
  detail: string;
  faults?: readonly string[] | undefined;
}): CommandError {
  const {code, detail, faults = []} = problem;
  const first = faults.length > 0 ? (detail.split(': ')[0] ?? detail) : detail;
  return new CommandError(`${code}: ${first}`, ...faults.map((fault) => `  ${fault}`), `See docs/errors/${code}.md`);
}
