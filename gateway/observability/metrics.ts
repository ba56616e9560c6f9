import {collectDefaultMetrics, Counter, Gauge, Histogram, Registry} from 'prom-client';

/** What the gateway counts, as Prometheus reads it. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: 'portal_http_request_duration_seconds',
    help: 'Requests answered by the gateway, by group of routes.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.5, 2, 10],
    registers: [this.#registry],
  });
  readonly #platformCalls = new Histogram({
    name: 'portal_platform_call_duration_seconds',
    help: 'Calls to the OpenChoreo API and to the observer, by outcome (a status, or the code of a failure).',
    labelNames: ['api', 'method', 'outcome'],
    buckets: [0.005, 0.025, 0.1, 0.5, 2, 10],
    registers: [this.#registry],
  });
  readonly #streams = new Gauge({
    name: 'portal_event_streams',
    help: 'Open server-sent event streams.',
    registers: [this.#registry],
  });
  readonly #signIns = new Counter({
    name: 'portal_sign_ins_total',
    help: 'Completed sign-ins.',
    registers: [this.#registry],
  });

  constructor(options: {readonly countSessions: () => Promise<number>}) {
    collectDefaultMetrics({register: this.#registry});
    new Gauge({
      name: 'portal_sessions',
      help: 'Sessions that have not run out.',
      registers: [this.#registry],
      async collect() {
        try {
          this.set(await options.countSessions());
        } catch {
          this.remove(); // without the database the number is not known, and everything else still is
        }
      },
    });
  }

  request(route: string, method: string, status: number, seconds: number): void {
    this.#requests.observe({route, method, status: String(status)}, seconds);
  }

  platformCall(
    labels: {readonly api: string; readonly method: string; readonly outcome: string},
    seconds: number,
  ): void {
    this.#platformCalls.observe({...labels}, seconds);
  }

  signIn(): void {
    this.#signIns.inc();
  }

  /** Counts a stream as open until the returned function is called. */
  openStream(): () => void {
    this.#streams.inc();
    let open = true;
    return () => {
      if (open) this.#streams.dec();
      open = false;
    };
  }

  async render(): Promise<{readonly text: string; readonly contentType: string}> {
    return {text: await this.#registry.metrics(), contentType: this.#registry.contentType};
  }
}
