import {at, isJsonObject, listAt, textAt, type JsonObject} from '../engine/json.ts';
import type {Resource} from '../engine/resource.ts';

/** One task of a run: how long it takes at a pace of 1, and whether it is the one that fails. */
export interface Task {
  readonly name: string;
  readonly milliseconds: number;
  readonly fails: boolean;
}

const DURATIONS: Readonly<Record<string, number>> = {
  'checkout-source': 2000,
  'build-image': 6000,
  'publish-image': 3000,
  'generate-workload': 1500,
};
const OTHER_DURATION = 3000;

/** Until the first task of a run begins. */
export const QUEUE_MILLISECONDS = 1000;

/** The tasks a workflow has, as its template lists them; and what will become of them, from what they are to build. */
export function planRun(run: Resource, workflow: Resource): readonly Task[] {
  const failing = findFailingTask(toSource(run, workflow));
  const templates = listAt(workflow.spec, 'runTemplate', 'spec', 'templates');
  const names = templates.flatMap((template) => textAt(template, 'name') ?? []);
  return (names.length > 0 ? names : ['run']).map((name) => ({
    name,
    milliseconds: DURATIONS[name] ?? OTHER_DURATION,
    fails: name === failing,
  }));
}

/** Where a run finds its source: what the workflow's schema marks as repository, branch, commit and path. */
export interface Source {
  readonly url?: string;
  readonly branch?: string;
  readonly commit?: string;
  readonly appPath?: string;
}

const MARK = 'x-openchoreo-component-parameter-repository-';
const MARKS = {url: 'url', branch: 'branch', commit: 'commit', 'app-path': 'appPath'} as const;

export function toSource(run: Resource, workflow: Resource): Source {
  const found: Record<string, string> = {};
  collect(at(workflow.spec, 'parameters', 'openAPIV3Schema'), at(run.spec, 'workflow', 'parameters'), found);
  return found;
}

function collect(schema: unknown, value: unknown, found: Record<string, string>): void {
  if (!isJsonObject(schema)) return;
  for (const [mark, key] of Object.entries(MARKS)) {
    if (schema[MARK + mark] === true && typeof value === 'string') found[key] = value;
  }
  for (const [name, part] of Object.entries(schema['properties'] ?? {})) {
    collect(part, isJsonObject(value) ? value[name] : (part as JsonObject)['default'], found);
  }
}

/** Sources that fail, for demonstrations and tests: a repository named `missing`, a branch or commit named `broken`. */
function findFailingTask({url = '', branch = '', commit = ''}: Source): string | undefined {
  if (/\bmissing\b/.test(url)) return 'checkout-source';
  return [url, branch, commit].some((text) => /\bbroken\b/.test(text)) ? 'build-image' : undefined;
}
