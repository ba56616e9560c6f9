import {
  generateRelease,
  listQuery,
  resourceQuery,
  toDisplayName,
  type Component,
  type KindName,
  type ReleaseBinding,
  type Scope,
} from '@openchoreo/portal-contract';
import {
  badgeStyles,
  baseStyles,
  buttonStyles,
  cardStyles,
  emptyState,
  errorState,
  formStyles,
  ModuleElement,
  MutationController,
  PermissionController,
  PortalGated,
  PortalTime,
  QueryController,
  skeleton,
  stateStyles,
} from '@openchoreo/portal-lit';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import Rocket from 'lucide/dist/esm/icons/rocket.mjs';
import {componentEnvironmentQuery} from '../services/component-environment-query.ts';
import {toBinding, withRestart, withState, type DeploymentWish} from '../services/to-binding.ts';
import {DEPLOYMENT_TONES, toDeploymentViews, toReasonKey, type DeploymentView} from '../utils/deployment-view.ts';
import {findMissingValues, type MissingValue} from '../utils/missing-values.ts';
import {parseRefusal} from '../utils/refusal.ts';
import {deploymentStyles} from './deployment-styles.ts';
import {textField} from './field.ts';

/** A deployment that waits for values which only a person knows. */
interface OpenWish {
  readonly wish: DeploymentWish;
  readonly missing: readonly MissingValue[];
  readonly checked: boolean;
}

const CHANGED: readonly KindName[] = ['releasebindings', 'componentreleases'];

/** Where a component runs, environment by environment, and what can be done about it. */
export class ComponentDeployments extends ModuleElement {
  static override dependencies = {'portal-gated': PortalGated, 'portal-time': PortalTime};
  static override styles = [
    baseStyles,
    badgeStyles,
    buttonStyles,
    cardStyles,
    formStyles,
    stateStyles,
    deploymentStyles,
  ];

  @property({attribute: false}) component!: Component;

  @state() private _open: OpenWish | undefined;

  readonly #bindings = new QueryController(this, () => listQuery(this.host.api, 'releasebindings', this.#scope));
  readonly #project = new QueryController(this, () =>
    resourceQuery(this.host.api, 'projects', this.#scope, this.#scope.project ?? ''),
  );
  readonly #pipeline = new QueryController(this, () => {
    const name = this.#project.data && (this.#project.data.spec?.deploymentPipelineRef?.name ?? 'default');
    return name === undefined ? undefined : resourceQuery(this.host.api, 'deploymentpipelines', this.#scope, name);
  });
  readonly #environments = new QueryController(this, () => listQuery(this.host.api, 'environments', this.#scope));
  readonly #projectBindings = new QueryController(this, () =>
    listQuery(this.host.api, 'projectreleasebindings', this.#scope),
  );
  readonly #maySeeProject = new PermissionController(this, () => ({
    action: 'projectreleasebinding:view',
    scope: this.#scope,
  }));
  readonly #schema = new QueryController(this, () => componentEnvironmentQuery(this.host.api, this.component));

  readonly #write = new MutationController<ReleaseBinding, ReleaseBinding>(this, {
    mutate: (binding) =>
      binding.metadata.uid === undefined
        ? this.host.api.create('releasebindings', binding)
        : this.host.api.update('releasebindings', binding),
    // It shows as wanted before the platform has looked; a refusal takes that back.
    preview: ({metadata: {namespace, name}, spec}) => [
      {
        kind: 'releasebindings',
        namespace,
        name,
        change: (binding) => ({...binding, ...(spec && {spec}), status: {...binding.status, conditions: []}}),
      },
    ],
    invalidates: CHANGED,
    onSuccess: () => {
      this._open = undefined;
    },
    onError: (error) => this.#tell(error),
  });
  readonly #release = new MutationController<DeploymentView, string>(this, {
    mutate: async () => (await generateRelease(this.host.api, this.component.metadata)).metadata.name,
    invalidates: ['componentreleases'],
    onSuccess: (releaseName, view) => this.#deployNewest(view, releaseName),
    onError: (error) => this.#tell(error),
  });

  protected override render(): TemplateResult {
    return html`
      <section class="card">
        <header class="card-header"><h2>${this.text('deployments.title')}</h2></header>
        <div class="card-body">${this.#renderBody()}</div>
      </section>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    // Whoever asked for the deployment goes on in the form that it turned out to need.
    if (changed.has('_open') && this._open?.checked === false && changed.get('_open') === undefined) {
      this.renderRoot.querySelector('input')?.focus();
    }
  }

  #renderBody(): TemplateResult {
    const failed = [this.#bindings, this.#project, this.#pipeline, this.#environments].find(
      ({data, status}) => data === undefined && status === 'error',
    );
    if (failed) {
      return errorState({
        error: failed.error,
        messages: this.host.messages,
        text: this.text('deployments.error'),
        retry: () => void failed.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    const [pipeline, bindings, environments] = [this.#pipeline.data, this.#bindings.data, this.#environments.data];
    if (!pipeline || !bindings || !environments) {
      return html`<div aria-busy="true">${skeleton({rows: 4, columns: 3})}</div>`;
    }
    // Who may not see them gets an empty list, which says nothing.
    const projectBindings = this.#maySeeProject.allowed ? this.#projectBindings.data : undefined;
    const views = toDeploymentViews({pipeline, bindings, environments, projectBindings});
    if (views.length > 0)
      return html`<ol>
        ${views.map((view) => this.#renderView(view, views))}
      </ol>`;
    return emptyState({
      icon: Rocket,
      title: this.text('deployments.none.title'),
      text: this.text('deployments.none.text', {pipeline: toDisplayName(pipeline)}),
    });
  }

  #renderView(view: DeploymentView, views: readonly DeploymentView[]): TemplateResult {
    const {environment, about, binding} = view;
    return html`
      <li aria-label=${environment}>
        <div class="name">
          <h3>
            ${about ? toDisplayName(about) : environment}
            ${
              about?.spec?.isProduction
                ? html`<span class="badge info">${this.text('environment.production')}</span>`
                : nothing
            }
          </h3>
          <span class="badge ${DEPLOYMENT_TONES[view.state]}"
            ><span class="dot"></span>${this.text(`deployment.state.${view.state}`)}</span
          >
        </div>
        ${binding ? this.#renderFacts(binding) : nothing} ${this.#renderReason(view)}
        ${this._open?.wish.environment === environment ? this.#renderForm(this._open) : this.#renderActions(view, views)}
      </li>
    `;
  }

  #renderFacts({spec, status}: ReleaseBinding): TemplateResult {
    const links = (status?.endpoints ?? []).filter(({invokeURL}) => /^https?:/.test(invokeURL ?? ''));
    return html`
      <dl>
        <dt>${this.text('deployment.release')}</dt>
        <dd class="mono">${spec?.releaseName ?? this.text('deployment.release.none')}</dd>
        ${
          status?.lastSpecUpdateTime
            ? html`<dt>${this.text('deployment.since')}</dt>
                <dd><portal-time datetime=${status.lastSpecUpdateTime}></portal-time></dd>`
            : nothing
        }
        ${links.map(
          ({name, invokeURL}) =>
            html`<dt>${name}</dt>
              <dd><a href=${invokeURL ?? ''} target="_blank" rel="noreferrer">${invokeURL}</a></dd>`,
        )}
      </dl>
    `;
  }

  #renderReason({state: current, reason, message, isProjectThere}: DeploymentView): TemplateResult | typeof nothing {
    if (current === 'not-deployed' && !isProjectThere) {
      return html`<p class="why">${this.text('deployment.needs-project')}</p>`;
    }
    if (!reason || current === 'undeployed' || current === 'leaving') return nothing;
    const key = toReasonKey(reason);
    return html`<div class="why ${current === 'failed' ? 'danger' : ''}" role="status">
      ${key === undefined ? nothing : html`<p>${this.text(key)}</p>`}
      <p class="muted">${message || reason}</p>
    </div>`;
  }

  #renderActions(view: DeploymentView, views: readonly DeploymentView[]): TemplateResult {
    const {binding, isFirst, state: current} = view;
    const busy = this.#write.pending || this.#release.pending;
    const runs = current !== 'not-deployed' && current !== 'undeployed' && current !== 'leaving';
    const targets = views.filter(({environment}) => view.targets.includes(environment));
    return html`
      <div class="actions">
        ${isFirst ? this.#renderDeploy(view, busy) : nothing}
        ${runs ? targets.map((target) => this.#renderPromote(view, target, busy)) : nothing}
        ${
          binding && current === 'undeployed'
            ? this.#renderButton('update', view, {
                label: this.text('deployment.action.redeploy'),
                busy,
                act: () => void this.#write.run(withState(binding, 'Active')),
              })
            : nothing
        }
        ${
          binding && runs
            ? [
                this.#renderButton('update', view, {
                  label: this.text('deployment.action.restart'),
                  busy,
                  act: () => void this.#write.run(withRestart(binding, new Date())),
                }),
                this.#renderButton('update', view, {
                  label: this.text('deployment.action.undeploy'),
                  busy,
                  act: () => void this.#undeploy(view, binding),
                }),
              ]
            : nothing
        }
      </div>
    `;
  }

  #renderDeploy(view: DeploymentView, busy: boolean): TemplateResult {
    return html`<portal-gated permission="componentrelease:create" .scope=${this.#scope}>
      ${this.#renderButton(view.binding ? 'update' : 'create', view, {
        label: this.text('deployment.action.deploy'),
        busy: busy || !view.isProjectThere,
        act: () => void this.#release.run(view),
      })}
    </portal-gated>`;
  }

  #renderPromote(from: DeploymentView, target: DeploymentView, busy: boolean): TemplateResult {
    const releaseName = from.binding?.spec?.releaseName ?? '';
    const isSame = target.binding?.spec?.releaseName === releaseName && target.state !== 'undeployed';
    const name = target.about ? toDisplayName(target.about) : target.environment;
    return this.#renderButton(target.binding ? 'update' : 'create', target, {
      label: this.text(isSame ? 'deployment.action.promoted' : 'deployment.action.promote', {environment: name}),
      busy: busy || isSame || from.state !== 'ready' || !target.isProjectThere,
      act: () => this.#deploy(target, releaseName),
    });
  }

  #renderButton(
    verb: 'create' | 'update',
    {environment}: DeploymentView,
    {label, busy, act}: {label: string; busy: boolean; act: () => void},
  ): TemplateResult {
    return html`<portal-gated permission="releasebinding:${verb}" .scope=${{...this.#scope, environment}}>
      <button class="button small" ?disabled=${busy} @click=${act}>${label}</button>
    </portal-gated>`;
  }

  #renderForm({wish, missing, checked}: OpenWish): TemplateResult {
    return html`
      <form
        @submit=${(event: Event) => {
          event.preventDefault();
          this.#submit();
        }}
      >
        <p>${this.text('deployment.values.text', {release: wish.releaseName})}</p>
        ${missing.map((each) =>
          textField({
            id: `${wish.environment}-${each.path.join('-')}`,
            label: each.path.at(-1) ?? '',
            hint: each.description || undefined,
            required: true,
            value: toValue(wish, each),
            fault: checked && toValue(wish, each).trim() === '' ? this.text('fault.required') : undefined,
            onInput: (value) => this.#setValue(each, value),
          }),
        )}
        <div class="actions">
          <button class="button primary small" ?disabled=${this.#write.pending}>
            ${this.text('deployment.values.submit')}
          </button>
          <button class="button small" type="button" @click=${() => (this._open = undefined)}>
            ${this.text('form.cancel')}
          </button>
        </div>
      </form>
    `;
  }

  #deployNewest(view: DeploymentView, release: string): void {
    if (view.binding?.spec?.releaseName !== release || view.state === 'undeployed') {
      this.#deploy(view, release);
      return;
    }
    this.host.notifications.show({kind: 'info', text: this.text('deployment.unchanged', {release})});
  }

  /** Deploys at once, or asks first for what the component needs there. */
  #deploy(target: DeploymentView, releaseName: string): void {
    const missing = findMissingValues(this.#schema.data, target.binding?.spec);
    const wish: DeploymentWish = {environment: target.environment, releaseName, values: []};
    if (missing.length > 0) this._open = {wish, missing, checked: false};
    else void this.#write.run(toBinding(this.component, target.binding, wish));
  }

  #setValue({path}: MissingValue, value: string): void {
    if (!this._open) return;
    const {wish} = this._open;
    const others = wish.values.filter((each) => each.path.join('.') !== path.join('.'));
    this._open = {...this._open, wish: {...wish, values: [...others, {path, value}]}};
  }

  #submit(): void {
    if (!this._open) return;
    const {wish, missing} = this._open;
    this._open = {wish, missing, checked: true};
    if (!missing.every((each) => toValue(wish, each).trim() !== '')) return;
    const existing = this.#bindings.data?.find(({spec}) => spec?.environment === wish.environment);
    void this.#write.run(toBinding(this.component, existing, wish));
  }

  async #undeploy({environment, about}: DeploymentView, binding: ReleaseBinding): Promise<void> {
    const yes = await this.host.notifications.confirm({
      title: this.text('deployment.undeploy.title', {
        name: toDisplayName(this.component),
        environment: about ? toDisplayName(about) : environment,
      }),
      text: this.text('deployment.undeploy.text'),
      confirm: this.text('deployment.action.undeploy'),
      danger: true,
    });
    if (yes) await this.#write.run(withState(binding, 'Undeploy'));
  }

  #tell(error: unknown): void {
    const refusal = parseRefusal(error);
    if (refusal) this.host.notifications.show({kind: 'error', text: refusal.text});
    else this.host.notifications.error(error);
  }

  get #scope(): Scope {
    const {namespace, name} = this.component.metadata;
    const project = this.component.spec?.owner.projectName;
    return {...(namespace !== undefined && {namespace}), ...(project !== undefined && {project}), component: name};
  }
}

function toValue({values}: DeploymentWish, {path}: MissingValue): string {
  return values.find((value) => value.path.join('.') === path.join('.'))?.value ?? '';
}
