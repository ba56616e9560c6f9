import {isDeepStrictEqual} from 'node:util';
import {isJsonObject, listAt, textAt, type Json, type JsonObject} from '../engine/json.ts';
import type {Answer, Person, Report, Target} from './target.ts';

const PATIENCE = 120;

/** Asks a platform and writes down what differs; a difference stops the step it is in and no other. */
export class Examiner {
  readonly #target: Target;
  readonly #passed: string[] = [];
  readonly #differences: string[] = [];
  readonly #skipped: string[] = [];
  readonly #operations = new Set<string>();
  #step = '';

  constructor(target: Target) {
    this.#target = target;
  }

  report(): Report {
    return {
      passed: this.#passed,
      differences: this.#differences,
      skipped: this.#skipped,
      operations: this.#operations,
    };
  }

  /** One thing that a platform does. It is left out when a person that it needs has no token. */
  async step(name: string, people: readonly Person[], work: () => Promise<void>): Promise<void> {
    this.#step = name;
    const missing = people.filter((person) => this.#target.token(person) === undefined);
    if (missing.length > 0) {
      this.#skipped.push(`${name}: no token of ${missing.join(', ')}`);
      return;
    }
    const before = this.#differences.length;
    try {
      await work();
    } catch (error) {
      this.#differ(error instanceof Error ? error.message : String(error));
    }
    if (this.#differences.length === before) this.#passed.push(name);
  }

  async ask(person: Person | undefined, method: string, path: string, body?: Json): Promise<Answer> {
    const token = person && this.#target.token(person);
    const content = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
    const request = new Request(`http://target${path}`, {
      method,
      headers: {'content-type': 'application/json', ...(token && {authorization: `Bearer ${token}`})},
      body: content,
    });
    const response = await this.#target.fetch(request);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const answer: unknown = isJson && text !== '' ? JSON.parse(text) : text;
    this.#compare({method, path: path.split('?')[0] ?? path}, {status: response.status, body: answer});
    return {
      status: response.status,
      body: isJsonObject(answer) ? answer : {},
      list: Array.isArray(answer) ? (answer as Json[]) : [],
    };
  }

  /** Asks, and expects this status. */
  async expect(status: number, ...asked: Parameters<Examiner['ask']>): Promise<Answer> {
    const answer = await this.ask(...asked);
    const [person, method, path] = asked;
    this.same(`${method} ${path} as ${person ?? 'nobody'}`, answer.status, status);
    return answer;
  }

  same(what: string, found: unknown, expected: unknown): void {
    if (isDeepStrictEqual(found, expected)) return;
    this.#differ(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
  }

  /** Asks again and again until the answer is as it should be. Throws when it does not come to that. */
  async until(what: string, asked: Parameters<Examiner['ask']>, isThere: (answer: Answer) => boolean): Promise<Answer> {
    let answer = await this.ask(...asked);
    for (let times = 0; times < PATIENCE && !isThere(answer); times++) {
      await this.#target.wait();
      answer = await this.ask(...asked);
    }
    if (isThere(answer)) return answer;
    throw new Error(`${what} does not come about; the last answer was ${JSON.stringify(answer).slice(0, 400)}`);
  }

  #compare(request: {method: string; path: string}, answer: {status: number; body: unknown}): void {
    try {
      const operation = this.#target.check(request, answer);
      if (operation !== undefined) this.#operations.add(operation);
    } catch (error) {
      this.#differ(error instanceof Error ? error.message : String(error));
    }
  }

  #differ(difference: string): void {
    this.#differences.push(`${this.#step}: ${difference}`);
  }
}

/** The reason of a condition, with its status: `True Ready`. */
export function conditionOf({body}: Answer, type = 'Ready'): string {
  const conditions = listAt(body, 'status', 'conditions');
  const found = conditions.find((condition) => textAt(condition, 'type') === type);
  return `${textAt(found, 'status') ?? ''} ${textAt(found, 'reason') ?? ''}`.trim();
}

export function namesOf({body}: Answer): readonly string[] {
  return listAt(body, 'items').map((item) => textAt(item, 'metadata', 'name') ?? '');
}

/** The object of an answer with another spec, as a client sends it back. */
export function withSpec({body}: Answer, spec: JsonObject): JsonObject {
  const own = body['spec'];
  return {...body, spec: {...(isJsonObject(own) ? own : {}), ...spec}};
}
