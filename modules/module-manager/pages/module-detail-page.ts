import {
  findUnknownFields,
  mergeChecks,
  type ModuleManifest,
  type RegistryEntry,
  type RouteLocation,
} from '@openchoreo/portal-contract';
import {
  emptyState,
  errorState,
  factStyles,
  locationContext,
  ModuleElement,
  PortalTime,
  skeleton,
  uiStyles,
} from '@openchoreo/portal-lit';
import {consume} from '@lit/context';
import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import Blocks from 'lucide/dist/esm/icons/blocks.mjs';
import {CheckList} from '../components/check-list.ts';
import {ContributionReportCard} from '../components/contribution-report.ts';
import {ExplainedParts} from '../components/explained-parts.ts';
import {ModuleBadge} from '../components/module-badge.ts';
import {ModuleSwitch} from '../components/module-switch.ts';
import {ModuleTimeline} from '../components/module-timeline.ts';
import {detailStyles} from '../components/detail-styles.ts';
import {ExplanationController} from '../hooks/explanation-controller.ts';
import {ModuleToggle} from '../hooks/module-toggle.ts';
import {RegistryController} from '../hooks/registry-controller.ts';
import type config from '../module.config.ts';
import {removeModule} from '../services/remove-module.ts';
import {type ContributedGroup, toContributedGroups, toPermissions} from '../utils/contribution-list.ts';
import {toModuleCondition} from '../utils/module-condition.ts';

/** Groups whose items are explained one by one. */
const EXPLAINED: readonly ContributedGroup['kind'][] = ['pages', 'navigation', 'contributions', 'subscribes'];

/** One module: why it is or is not shown, what it adds, what it asks of people, who switched it last. */
export class ModuleDetailPage extends ModuleElement<typeof config> {
  static override dependencies = {
    'module-manager-switch': ModuleSwitch,
    'module-manager-badge': ModuleBadge,
    'module-manager-checks': CheckList,
    'module-manager-explained-parts': ExplainedParts,
    'module-manager-timeline': ModuleTimeline,
    'module-manager-contribution-report': ContributionReportCard,
    'portal-time': PortalTime,
  };
  static override styles = [...uiStyles, factStyles, detailStyles];

  @consume({context: locationContext, subscribe: true})
  @property({attribute: false})
  location: RouteLocation | undefined;

  readonly #registry = new RegistryController(this, () => this.host);
  readonly #explanations = new ExplanationController(
    this,
    () => this.host,
    () => this.#entry,
  );
  #removing = false;
  readonly #toggle = new ModuleToggle(this, {host: () => this.host, refresh: () => this.#registry.refresh()});

  protected override render(): TemplateResult {
    return html`<div class="page">${this.#renderBody()}</div>`;
  }

  protected override updated(): void {
    if (this.#entry) this.host.navigation.title(this.#entry.name);
  }

  #renderBody(): TemplateResult {
    const {entries, error} = this.#registry;
    if (error !== undefined) {
      return errorState({
        error,
        messages: this.host.messages,
        text: this.text('list.error'),
        retry: () => void this.#registry.refresh(),
        retryLabel: this.text('retry'),
      });
    }
    const entry = this.#entry;
    if (entry) return this.#renderEntry(entry);
    if (entries) {
      return emptyState({
        icon: Blocks,
        title: this.text('missing.title', {id: this.#id}),
        action: html`<a class="button" href=${this.host.navigation.href('/modules')}
          >${this.text('missing.action')}</a
        >`,
      });
    }
    return html`
      <header class="page-header"><h1 tabindex="-1">${this.#id}</h1></header>
      <div aria-busy="true">${skeleton({rows: 6, columns: 2})}</div>
    `;
  }

  #renderEntry(entry: RegistryEntry): TemplateResult {
    const {id, name, manifest, problem} = entry;
    const live = this.#registry.state(id);
    const {parts} = this.#explanations;
    const steps = [...(entry.transitions ?? []), ...this.host.modules.timeline(id)];
    return html`
      <header class="page-header">
        <div>
          <div class="heading">
            <h1 tabindex="-1">${name}</h1>
            <module-manager-badge .condition=${toModuleCondition(entry, live)}></module-manager-badge>
          </div>
          <p>${manifest?.description}</p>
        </div>
        <module-manager-switch
          .name=${name}
          .enabled=${this.#toggle.isEnabled(entry)}
          .disabled=${entry.status === 'refused' || this.#toggle.isPending(entry)}
          @toggle=${({detail}: CustomEvent<boolean>) => void this.#toggle.run(entry, detail)}
        ></module-manager-switch>
      </header>
      ${problem ? this.#renderProblem(problem.code, problem.detail, problem.faults ?? []) : nothing}
      ${live?.error ? this.#renderProblem(live.error.code, live.error.message, []) : nothing}
      ${manifest ? this.#renderUnknown(findUnknownFields(manifest)) : nothing}
      <div class="cards">
        <div>
          ${this.#renderAbout(entry)} ${manifest ? this.#renderManifest(manifest) : nothing}
          ${
            steps.length > 0
              ? html`<section class="card">
                  <header class="card-header"><h2>${this.text('detail.timeline')}</h2></header>
                  <module-manager-timeline class="card-body" .steps=${steps}></module-manager-timeline>
                </section>`
              : nothing
          }
        </div>
        <div>
          <section class="card">
            <header class="card-header"><h2>${this.text('detail.checks')}</h2></header>
            <module-manager-checks
              class="card-body"
              .checks=${mergeChecks(entry.checks, this.host.modules.explain(id))}
            ></module-manager-checks>
          </section>
          ${
            entry.contributions
              ? html`<module-manager-contribution-report
                  .report=${entry.contributions}
                ></module-manager-contribution-report>`
              : nothing
          }
          ${
            parts.length > 0
              ? html`<section class="card">
                  <header class="card-header"><h2>${this.text('detail.parts')}</h2></header>
                  <module-manager-explained-parts .parts=${parts}></module-manager-explained-parts>
                </section>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  #renderProblem(code: string, detail: string, faults: readonly string[]): TemplateResult {
    return html`
      <section class="problem" role="alert">
        <p><strong>${detail}</strong> <code>${code}</code></p>
        ${
          faults.length > 0
            ? html`<ul>
                ${faults.map((fault) => html`<li>${fault}</li>`)}
              </ul>`
            : nothing
        }
      </section>
    `;
  }

  #renderUnknown(fields: readonly string[]): TemplateResult | typeof nothing {
    if (fields.length === 0) return nothing;
    return html`
      <section class="unknown" role="note">
        <p>${this.text('detail.unknown', {count: fields.length})}</p>
        <ul>
          ${fields.map((field) => html`<li><code>${field}</code></li>`)}
        </ul>
      </section>
    `;
  }

  #renderAbout(entry: RegistryEntry): TemplateResult {
    const {id, version, source, isInstalled, manifest, dependents, changedAt, changedBy} = entry;
    const needs = Object.entries(manifest?.dependencies?.modules ?? {}).map(([name, range]) => `${name} ${range}`);
    return html`
      <section class="card">
        <header class="card-header"><h2>${this.text('detail.about')}</h2></header>
        <dl class="card-body">
          <dt>${this.text('detail.id')}</dt>
          <dd class="mono">${id}</dd>
          <dt>${this.text('detail.version')}</dt>
          <dd>${version}</dd>
          <dt>${this.text('detail.source')}</dt>
          <dd>${isInstalled ? this.text('detail.source.installed', {folder: source}) : source}</dd>
          <dt>${this.text('column.perspective')}</dt>
          <dd>${this.text(`perspective.${manifest?.perspective ?? 'both'}`)}</dd>
          <dt>${this.text('detail.needs')}</dt>
          <dd>${needs.join(', ') || this.text('none')}</dd>
          <dt>${this.text('detail.dependents')}</dt>
          <dd>${dependents.join(', ') || this.text('none')}</dd>
          <dt>${this.text('column.changed')}</dt>
          <dd>
            ${
              changedAt
                ? html`<portal-time datetime=${changedAt}></portal-time>${changedBy ? ` · ${changedBy}` : ''}`
                : this.text('detail.never-changed')
            }
          </dd>
        </dl>
        ${
          isInstalled && this.host.permissions.has('portalmodule:delete')
            ? html`<div class="card-body">
                <button
                  type="button"
                  class="button danger"
                  ?disabled=${this.#removing}
                  @click=${() => void this.#remove(entry)}
                >
                  ${this.text('remove')}
                </button>
              </div>`
            : nothing
        }
      </section>
    `;
  }

  async #remove(entry: RegistryEntry): Promise<void> {
    this.#removing = true;
    this.requestUpdate();
    try {
      if (await removeModule(this.host, entry)) this.host.navigation.go('/modules');
    } catch (error) {
      this.host.notifications.error(error);
    } finally {
      this.#removing = false;
      this.requestUpdate();
    }
  }

  #renderManifest(manifest: ModuleManifest): TemplateResult {
    const permissions = toPermissions(manifest);
    return html`
      <section class="card">
        <header class="card-header"><h2>${this.text('detail.permissions')}</h2></header>
        <div class="card-body labels">
          ${
            permissions.length > 0
              ? permissions.map((permission) => html`<code class="label">${permission}</code>`)
              : html`<p class="muted">${this.text('none')}</p>`
          }
        </div>
      </section>
      ${toContributedGroups(manifest)
        .filter(({kind}) => !EXPLAINED.includes(kind))
        .map((group) => this.#renderGroup(group))}
    `;
  }

  #renderGroup({kind, items}: ContributedGroup): TemplateResult {
    return html`
      <section class="card">
        <header class="card-header"><h2>${this.text(`group.${kind}`)}</h2></header>
        <ul class="card-body items">
          ${items.map(
            ({name, detail, permissions}) => html`
              <li>
                <span>${name}</span>
                ${detail ? html`<span class="muted">${detail}</span>` : nothing}
                ${permissions.map((permission) => html`<code class="label">${permission}</code>`)}
              </li>
            `,
          )}
        </ul>
      </section>
    `;
  }

  get #id(): string {
    return this.location?.params['module'] ?? '';
  }

  get #entry(): RegistryEntry | undefined {
    return this.#registry.entries?.find(({id}) => id === this.#id);
  }
}
