import type {WorkflowRun} from '@openchoreo/portal-contract';
import {
  badgeStyles,
  baseStyles,
  buttonStyles,
  cardStyles,
  errorState,
  factStyles,
  icon,
  ModuleElement,
  PortalTime,
  QueryController,
  skeleton,
  stateStyles,
} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import ArrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import {runEventsQuery, runLogsQuery} from '../services/run-queries.ts';
import {durationText} from '../utils/duration-text.ts';
import type {BuildSource} from '../utils/find-source.ts';
import {isUnderWay, RUN_TONES, toRunView, type RunState, type RunStep} from '../utils/run-view.ts';
import {RunLog} from './run-log.ts';

/** One build: its steps, what they wrote and what happened to them, live while it runs. */
export class BuildRun extends ModuleElement {
  static override dependencies = {'portal-time': PortalTime, 'components-run-log': RunLog};
  static override styles = [
    baseStyles,
    badgeStyles,
    buttonStyles,
    cardStyles,
    factStyles,
    stateStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
        min-width: 0;
      }
      .heading h2 {
        overflow-wrap: anywhere;
      }
      ol,
      ul {
        padding: 0;
        list-style: none;
      }
      li {
        padding: 8px 0;
      }
      li + li {
        border-top: 1px solid var(--portal-color-border);
      }
      .step {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
      }
      .step a {
        flex: 1 1 auto;
        min-width: 0;
        font-weight: 500;
      }
      .step a[aria-current] {
        color: inherit;
      }
      .step .time,
      .message,
      .event {
        font-size: var(--portal-text-small);
        overflow-wrap: anywhere;
      }
      .message {
        margin-top: 4px;
      }
      .danger-text {
        color: var(--portal-color-danger);
      }
      .notice {
        padding: 8px 12px;
        border-radius: var(--portal-radius-small);
        background: var(--portal-color-hover);
        font-size: var(--portal-text-small);
        overflow-wrap: anywhere;
      }
      .notice.failed {
        background: var(--portal-color-danger-soft);
      }
    `,
  ];

  @property({attribute: false}) run!: WorkflowRun;
  @property({attribute: false}) source: BuildSource = {};
  /** Address of the run with one step chosen, or with none. */
  @property({attribute: false}) toStep: (step?: string) => string = () => '';
  /** The step whose lines and events are shown; all without one. */
  @property() step = '';
  @property() closing = '';

  readonly #logs = new QueryController(this, () => runLogsQuery(this.host.api, this.run, this.#asked));
  readonly #events = new QueryController(this, () => runEventsQuery(this.host.api, this.run, this.#asked));

  protected override render(): TemplateResult {
    const view = toRunView(this.run);
    return html`
      <div class="heading">
        <a class="button ghost small" href=${this.closing}>${icon(ArrowLeft)}${this.text('build.all')}</a>
        <h2 tabindex="-1">${view.name}</h2>
        ${this.#renderState(view.state)}
      </div>
      ${
        view.message
          ? html`<p class="notice ${RUN_TONES[view.state] === 'danger' ? 'failed' : ''}" role="status">
              ${view.message}
            </p>`
          : nothing
      }
      <div class="cards">
        <div>
          <section class="card">
            <header class="card-header"><h2>${this.text('build.steps')}</h2></header>
            <div class="card-body">${this.#renderSteps(view.steps)}</div>
          </section>
        </div>
        <div>${this.#renderAbout(view)}</div>
      </div>
      ${this.#renderLogs()} ${this.#renderEvents()}
    `;
  }

  #renderState(state: RunState): TemplateResult {
    return html`<span class="badge ${RUN_TONES[state]}"
      ><span class="dot"></span>${this.text(`build.state.${state}`)}</span
    >`;
  }

  #renderSteps(steps: readonly RunStep[]): TemplateResult {
    if (steps.length === 0) return html`<p class="muted">${this.text('build.none')}</p>`;
    return html`
      <ol>
        ${steps.map(
          ({name, state, message, startedAt, completedAt}) => html`
            <li>
              <div class="step">
                <a
                  href=${this.toStep(name === this.step ? undefined : name)}
                  aria-current=${name === this.step ? 'step' : nothing}
                  >${name}</a
                >
                <span class="time muted">${durationText(this.host.messages, startedAt, completedAt)}</span>
                ${this.#renderState(state)}
              </div>
              ${message ? html`<p class="message danger-text">${message}</p>` : nothing}
            </li>
          `,
        )}
      </ol>
      ${this.step ? html`<p class="message"><a href=${this.toStep()}>${this.text('build.step.all')}</a></p>` : nothing}
    `;
  }

  #renderAbout({createdAt, startedAt, completedAt}: ReturnType<typeof toRunView>): TemplateResult {
    const {url, branch, commit} = this.source;
    const fact = (label: string, value: unknown): TemplateResult | typeof nothing =>
      value
        ? html`<dt>${this.text(label)}</dt>
            <dd>${value}</dd>`
        : nothing;
    return html`
      <section class="card">
        <header class="card-header"><h2>${this.text('detail.about')}</h2></header>
        <dl class="card-body">
          ${fact('build.workflow', this.run.spec?.workflow.name)} ${fact('build.repository', url)}
          ${fact('build.branch', branch)} ${fact('build.commit', commit && html`<code>${commit}</code>`)}
          ${fact('column.created', html`<portal-time datetime=${createdAt}></portal-time>`)}
          ${fact('build.duration', durationText(this.host.messages, startedAt, completedAt))}
        </dl>
      </section>
    `;
  }

  #renderLogs(): TemplateResult {
    const {data} = this.#logs;
    if (data) return html`<components-run-log .lines=${data} ?live=${this.#asked.isLive}></components-run-log>`;
    return this.#renderPart('build.logs', this.#logs);
  }

  #renderEvents(): TemplateResult {
    const {data} = this.#events;
    if (!data) return this.#renderPart('build.events', this.#events);
    return html`
      <section class="card">
        <header class="card-header"><h2>${this.text('build.events')}</h2></header>
        <div class="card-body">
          ${
            data.length === 0
              ? html`<p class="muted">${this.text('build.none')}</p>`
              : html`<ul>
                  ${data.map(
                    ({timestamp, type, reason, message}) =>
                      html`<li class="event">
                        <strong class=${type === 'Warning' ? 'danger-text' : nothing}>${reason}</strong> ${message}
                        <portal-time class="muted" datetime=${timestamp}></portal-time>
                      </li>`,
                  )}
                </ul>`
          }
        </div>
      </section>
    `;
  }

  #renderPart(title: string, query: Pick<QueryController<unknown>, 'status' | 'error' | 'refetch'>): TemplateResult {
    return html`
      <section class="card">
        <header class="card-header"><h2>${this.text(title)}</h2></header>
        <div class="card-body">
          ${
            query.status === 'error'
              ? errorState({
                  error: query.error,
                  messages: this.host.messages,
                  text: this.text('card.error'),
                  retry: () => void query.refetch(),
                  retryLabel: this.text('retry'),
                })
              : html`<div aria-busy="true">${skeleton({rows: 4})}</div>`
          }
        </div>
      </section>
    `;
  }

  get #asked(): {task: string | undefined; isLive: boolean} {
    return {task: this.step || undefined, isLive: isUnderWay(toRunView(this.run))};
  }
}
