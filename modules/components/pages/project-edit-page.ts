import {
  DISPLAY_NAME,
  listQuery,
  type Project,
  resourceQuery,
  toDescription,
  toDisplayName,
} from '@openchoreo/portal-contract';
import {errorState, LocationController, MutationController, QueryController, skeleton} from '@openchoreo/portal-lit';
import {html, type TemplateResult} from 'lit';
import {query, state} from 'lit/decorators.js';
import {NamespacePage} from '../components/namespace-page.ts';
import {ProjectForm} from '../components/project-form.ts';
import {LeaveGuard} from '../hooks/leave-guard.ts';
import {toProject} from '../services/to-project.ts';
import type {ProjectDraft} from '../types/project-draft.ts';
import {parseRefusal, type Refusal} from '../utils/refusal.ts';

/** A project's display name, description and pipeline, to be changed. */
export class ProjectEditPage extends NamespacePage {
  static override dependencies = {'components-project-form': ProjectForm};

  @query('components-project-form') private readonly form!: ProjectForm | null;
  @state() private refusal: Refusal | undefined;

  readonly #location = new LocationController(this);
  readonly #project = new QueryController(this, () => {
    const {namespace} = this.selection;
    return namespace ? resourceQuery(this.host.api, 'projects', {namespace}, this.#name) : undefined;
  });
  readonly #pipelines = new QueryController(this, () => {
    const {namespace} = this.selection;
    return namespace ? listQuery(this.host.api, 'deploymentpipelines', {namespace}) : undefined;
  });
  readonly #guard = new LeaveGuard(this, () => this.form?.dirty ?? false);
  readonly #save = new MutationController<ProjectDraft, Project>(this, {
    // Read again before writing: the platform replaces the whole object, and somebody may have changed it meanwhile.
    mutate: async (draft) => {
      const {namespace = ''} = this.selection;
      const latest = await this.host.api.get('projects', {namespace, name: this.#name});
      return this.host.api.update('projects', toProject(namespace, draft, latest));
    },
    preview: (draft) => {
      const {namespace = ''} = this.selection;
      const change = (project: Project): Project => toProject(namespace, draft, project);
      return [{kind: 'projects', namespace, name: this.#name, change}];
    },
    invalidates: ['projects'],
    onSuccess: (project) => {
      this.#guard.release();
      this.host.notifications.show({kind: 'success', text: this.text('edit.done', {name: toDisplayName(project)})});
      this.host.navigation.go(`/catalog/projects/${project.metadata.name}`);
    },
    onError: (error) => {
      this.refusal = parseRefusal(error);
      if (!this.refusal) this.host.notifications.error(error);
    },
  });
  #initial: ProjectDraft | undefined;

  protected override renderPage(): TemplateResult {
    const name = this.#project.data ? toDisplayName(this.#project.data) : this.#name;
    return html`
      <header class="page-header"><h1 tabindex="-1">${this.text('edit.heading', {name})}</h1></header>
      ${this.#renderForm()}
    `;
  }

  protected override updated(): void {
    if (this.#project.data) this.host.navigation.title(toDisplayName(this.#project.data));
  }

  #renderForm(): TemplateResult {
    const queries = [this.#project, this.#pipelines];
    const failed = queries.find(({status, data}) => status === 'error' && data === undefined);
    if (failed) {
      return errorState({
        error: failed.error,
        messages: this.host.messages,
        text: this.text('form.error'),
        retry: () => queries.forEach((one) => void one.refetch()),
        retryLabel: this.text('retry'),
      });
    }
    const [project, pipelines] = [this.#project.data, this.#pipelines.data];
    if (!project || !pipelines) return html`<div aria-busy="true">${skeleton({rows: 5})}</div>`;
    this.#initial ??= {
      name: project.metadata.name,
      displayName: project.metadata.annotations?.[DISPLAY_NAME] ?? '',
      description: toDescription(project),
      pipeline: project.spec?.deploymentPipelineRef?.name ?? '',
    };
    return html`
      <components-project-form
        existing
        .pipelines=${pipelines}
        .initial=${this.#initial}
        .pending=${this.#save.pending}
        .refusal=${this.refusal}
        @save=${({detail}: CustomEvent<ProjectDraft>) => void this.#save.run(detail)}
      >
        <a class="button" href=${this.host.navigation.href(`/catalog/projects/${this.#name}`)}
          >${this.text('form.cancel')}</a
        >
      </components-project-form>
    `;
  }

  get #name(): string {
    return this.#location.param('project');
  }
}
