import {type Component, resourceQuery, type SchemaType, type WorkflowRun} from '@openchoreo/portal-contract';
import {
  emptyState,
  icon,
  MutationController,
  narrowTableStyles,
  PermissionController,
  PortalGated,
  PortalTime,
  QueryController,
} from '@openchoreo/portal-lit';
import {css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import Container from 'lucide/dist/esm/icons/container.mjs';
import Hammer from 'lucide/dist/esm/icons/hammer.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import {componentRunsQuery} from '../services/run-queries.ts';
import {toRun, toWorkflow} from '../services/to-run.ts';
import {durationText} from '../utils/duration-text.ts';
import {type BuildSource, findSource} from '../utils/find-source.ts';
import {parseRefusal} from '../utils/refusal.ts';
import {RUN_TONES, type RunView, toRunViews} from '../utils/run-view.ts';
import {BuildRun} from './build-run.ts';
import {ComponentTab} from './component-tab.ts';

const TAB = 'builds';

/** Builds shown at once. */
const STEP = 20;

/** The builds of a component, newest first; one of them with its steps, logs and events when the address names it. */
export class BuildsTab extends ComponentTab {
  static override dependencies = {
    'portal-gated': PortalGated,
    'portal-time': PortalTime,
    'components-build-run': BuildRun,
  };
  static override styles = [
    ComponentTab.styles,
    narrowTableStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
        min-width: 0;
      }
      .toolbar .muted {
        flex: 1;
        min-width: 0;
      }
      .more {
        display: flex;
        justify-content: center;
        padding: 8px;
      }
    `,
  ];

  @state() private _limit = STEP;
  /** What was asked for a moment ago, shown before the platform has answered. */
  @state() private _asked: WorkflowRun | undefined;

  readonly #runs = new QueryController(this, () => this.scope && componentRunsQuery(this.host.api, this.scope));
  readonly #workflow = new QueryController<SchemaType>(this, () => {
    const {kind, name} = this.#runs.data?.[0]?.spec?.workflow ?? {};
    const plural = kind === 'Workflow' ? 'workflows' : 'clusterworkflows';
    return name && this.scope ? resourceQuery(this.host.api, plural, this.scope, name) : undefined;
  });
  readonly #maySee = new PermissionController(
    this,
    () => this.scope && {action: 'workflowrun:view', scope: this.scope},
  );
  readonly #build = new MutationController<WorkflowRun, WorkflowRun>(this, {
    mutate: (run) => this.host.api.create('workflowruns', run),
    invalidates: ['workflowruns'],
    onSuccess: (run) => {
      this._asked = run;
    },
    onError: (error) => {
      this._asked = undefined;
      const refusal = parseRefusal(error);
      if (refusal) this.host.notifications.show({kind: 'error', text: refusal.text});
      else this.host.notifications.error(error);
    },
  });
  #opened: string | undefined;

  protected override renderComponent(component: Component): TemplateResult {
    if (this.#maySee.allowed === false) {
      return emptyState({
        icon: Lock,
        title: this.text('denied.title'),
        text: this.text('denied.text', {permission: 'workflowrun:view'}),
      });
    }
    const {data} = this.#runs;
    if (data === undefined || this.#maySee.allowed === undefined) return this.renderWait(this.#runs, 'card.error');
    const open = this.#open;
    if (open) return this.#renderRun(data, open);
    const runs = this.#withAsked(data);
    const workflow = toWorkflow(component);
    if (!workflow && runs.length === 0) {
      return emptyState({
        icon: Container,
        title: this.text('builds.image.title'),
        text: this.text('builds.image.text'),
      });
    }
    return html`
      <div class="toolbar">
        <p class="muted">
          ${workflow ? this.text('builds.workflow', {name: workflow.name}) : this.text('builds.image.title')}
        </p>
        ${workflow ? this.#renderBuild(component) : nothing}
      </div>
      ${runs.length === 0 ? this.#renderNone() : this.#renderHistory(toRunViews(runs), runs)}
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#runs.data === undefined) return;
    // Who opens a build or goes back from it goes on there; what the page came with takes no focus.
    if (this.#opened !== undefined && this.#opened !== this.#open) void this.#focus();
    this.#opened = this.#open;
  }

  #renderBuild(component: Component): TemplateResult {
    return html`<portal-gated permission="workflowrun:create" .scope=${this.scope}>
      <button class="button primary" ?disabled=${this.#build.pending} @click=${() => this.#buildNow(component)}>
        ${icon(Hammer)}${this.text('builds.now')}
      </button>
    </portal-gated>`;
  }

  #renderNone(): TemplateResult {
    return emptyState({icon: Hammer, title: this.text('builds.none.title')});
  }

  #renderRun(runs: readonly WorkflowRun[], name: string): TemplateResult {
    const run = this.#withAsked(runs).find(({metadata}) => metadata.name === name);
    const closing = this.#toAddress();
    if (!run) {
      return emptyState({
        icon: Hammer,
        title: this.text('build.missing.title', {name}),
        action: html`<a class="button" href=${closing}>${this.text('build.all')}</a>`,
      });
    }
    return html`<components-build-run
      .run=${run}
      .source=${this.#sourceOf(run)}
      .step=${this.location.query.get('step') ?? ''}
      .toStep=${(step?: string) => this.#toAddress({run: name, ...(step && {step})})}
      .closing=${closing}
    ></components-build-run>`;
  }

  #renderHistory(views: readonly RunView[], runs: readonly WorkflowRun[]): TemplateResult {
    return html`
      <div class="table-frame">
        <table class="table" aria-label=${this.text('builds.title')}>
          <thead>
            <tr>
              <th scope="col">${this.text('build')}</th>
              <th scope="col">${this.text('column.status')}</th>
              <th scope="col">${this.text('build.branch')}</th>
              <th scope="col">${this.text('build.commit')}</th>
              <th scope="col">${this.text('column.created')}</th>
              <th scope="col">${this.text('build.duration')}</th>
            </tr>
          </thead>
          <tbody>
            ${views
              .slice(0, this._limit)
              .map((view) =>
                this.#renderRow(view, this.#sourceOf(runs.find(({metadata}) => metadata.name === view.name))),
              )}
          </tbody>
        </table>
        ${
          views.length > this._limit
            ? html`<div class="more">
                <button class="button small" @click=${() => (this._limit += STEP)}>${this.text('list.older')}</button>
              </div>`
            : nothing
        }
      </div>
    `;
  }

  #renderRow({name, state: current, createdAt, startedAt, completedAt}: RunView, source: BuildSource): TemplateResult {
    return html`
      <tr>
        <th scope="row"><a class="mono" href=${this.#toAddress({run: name})}>${name}</a></th>
        <td>
          <span class="badge ${RUN_TONES[current]}"
            ><span class="dot"></span>${this.text(`build.state.${current}`)}</span
          >
        </td>
        <td class="mono">${source.branch ?? '–'}</td>
        <td class="mono">${source.commit?.slice(0, 8) ?? this.text('build.commit.newest')}</td>
        <td><portal-time datetime=${createdAt}></portal-time></td>
        <td>${durationText(this.host.messages, startedAt, completedAt) || '–'}</td>
      </tr>
    `;
  }

  #buildNow(component: Component): void {
    const workflow = toWorkflow(component);
    if (!workflow) return;
    const now = new Date();
    const run = toRun(component, workflow, now);
    this._asked = {...run, metadata: {...run.metadata, creationTimestamp: now.toISOString()}};
    void this.#build.run(run);
  }

  #withAsked(runs: readonly WorkflowRun[]): readonly WorkflowRun[] {
    const asked = this._asked;
    const isOfThis = asked?.metadata.labels?.['openchoreo.dev/component'] === this.scope?.component;
    if (!asked || !isOfThis || runs.some(({metadata}) => metadata.name === asked.metadata.name)) return runs;
    return [asked, ...runs];
  }

  #sourceOf(run: WorkflowRun | undefined): BuildSource {
    return findSource(this.#workflow.data?.spec?.parameters?.openAPIV3Schema, run?.spec?.workflow.parameters);
  }

  async #focus(): Promise<void> {
    const run = this.renderRoot.querySelector<BuildRun>('components-build-run');
    await run?.updateComplete;
    (run?.renderRoot.querySelector('h2') ?? this.renderRoot.querySelector<HTMLElement>('th a'))?.focus();
  }

  get #open(): string {
    return this.location.query.get('run') ?? '';
  }

  #toAddress(open: Readonly<Record<string, string>> = {}): string {
    return this.host.navigation.href(this.toTab(TAB, open));
  }
}
