import type {TestEvent} from 'node:test/reporters';

/** A reporter for `node --test` that writes the counts of the whole run as JSON. */
export default async function* nodeResultsReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of source) {
    if (event.type !== 'test:summary' || event.data.file !== undefined) continue;
    const {tests, passed, skipped, todo} = event.data.counts;
    yield JSON.stringify({passed, failed: tests - passed - skipped - todo, skipped: skipped + todo});
  }
}
