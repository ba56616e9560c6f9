import {at, isJsonObject, listAt, textAt, type JsonObject} from '../engine/json.ts';
import {conditionOf, Examiner, namesOf, withSpec} from './examiner.ts';
import {PEOPLE, type Person, type Report, type Target} from './target.ts';

export interface ScenarioOptions {
  /** A namespace with the pipeline `default` of at least two environments. */
  readonly namespace: string;
  /** Part of every name that is made, so that it can be run again on a platform that lasts. */
  readonly mark: string;
}

/** Who may do what, by the roles the platform is installed with. */
const MAY: Readonly<Record<string, readonly Person[]>> = {
  'project:create': ['admin', 'platform-engineer'],
  'component:create': ['admin', 'platform-engineer', 'developer'],
  'componentrelease:create': ['admin', 'platform-engineer', 'developer', 'sre'],
  'releasebinding:create': ['admin', 'platform-engineer', 'developer', 'sre'],
  'releasebinding:delete': ['admin', 'platform-engineer'],
  'clusterauthzrole:view': ['admin'],
};

/**
 * The life of a component on any platform: project, component, workload, release, deployment, promotion, overrides,
 * undeployment, deletion; with what is refused on the way. What it makes, it takes away again.
 */
export async function runScenario(target: Target, {namespace, mark}: ScenarioOptions): Promise<Report> {
  const examiner = new Examiner(target);
  const scenario = new Scenario(examiner, {namespace, mark});
  for (const [name, people, work] of scenario.steps()) await examiner.step(name, people, work);
  return examiner.report();
}

type Step = readonly [name: string, people: readonly Person[], work: () => Promise<void>];

class Scenario {
  readonly #examiner: Examiner;
  readonly #root: string;
  readonly #mark: string;
  readonly #project: string;
  readonly #component: string;
  #environments: readonly string[] = [];

  constructor(examiner: Examiner, {namespace, mark}: ScenarioOptions) {
    this.#examiner = examiner;
    this.#root = `/api/v1/namespaces/${namespace}`;
    this.#mark = mark;
    this.#project = `conf-${mark}`;
    this.#component = `conf-${mark}-api`;
  }

  steps(): readonly Step[] {
    return [
      ['is there and says what it is', [], () => this.#introduce()],
      ['asks for a token', [], () => this.#refuseNobody()],
      ['knows its environments in order', ['admin'], () => this.#readPipeline()],
      ['decides by role, in requests and when asked', PEOPLE, () => this.#decide()],
      ['creates a project, once', ['admin'], () => this.#createProject()],
      ['deploys the project', ['admin'], () => this.#awaitProject()],
      ['creates a component that fits', ['developer'], () => this.#createComponent()],
      ['refuses a component that does not fit', ['developer', 'viewer'], () => this.#refuseComponents()],
      ['is ready once there is a workload', ['developer'], () => this.#createWorkload()],
      ['freezes the component into releases', ['developer', 'viewer'], () => this.#release()],
      ['deploys a release', ['developer', 'viewer'], () => this.#deploy()],
      ['shows what is deployed', ['developer'], () => this.#lookInside()],
      ['promotes a release', ['developer'], () => this.#promote()],
      ['takes values for one environment', ['developer'], () => this.#override()],
      ['restarts, undeploys and deploys again', ['developer'], () => this.#undeploy()],
      ['lists in pages and by selectors', ['admin'], () => this.#list()],
      ['runs a workflow', ['admin', 'viewer'], () => this.#run()],
      ['deletes as it is allowed to', ['admin', 'developer', 'viewer'], () => this.#delete()],
    ];
  }

  async #introduce(): Promise<void> {
    for (const path of ['/health', '/ready', '/version', '/.well-known/oauth-protected-resource']) {
      await this.#examiner.expect(200, undefined, 'GET', path);
    }
  }

  async #refuseNobody(): Promise<void> {
    await this.#examiner.expect(401, undefined, 'GET', `${this.#root}/components`);
  }

  async #readPipeline(): Promise<void> {
    const {body} = await this.#examiner.expect(200, 'admin', 'GET', `${this.#root}/deploymentpipelines/default`);
    const [first] = listAt(body, 'spec', 'promotionPaths');
    const target = textAt(listAt(first, 'targetEnvironmentRefs')[0], 'name') ?? '';
    this.#environments = [textAt(first, 'sourceEnvironmentRef', 'name') ?? '', target];
    for (const environment of this.#environments) {
      await this.#examiner.expect(200, 'admin', 'GET', `${this.#root}/environments/${environment}`);
    }
  }

  async #decide(): Promise<void> {
    const {namespace} = this.#place();
    for (const person of PEOPLE) {
      await this.#examiner.expect(200, person, 'GET', `/api/v1/authz/profile?namespace=${namespace}`);
      const actions = Object.keys(MAY);
      const questions = actions.map((action) => ({
        action,
        resource: {
          type: action.split(':')[0] ?? '',
          hierarchy: action.startsWith('cluster') ? {} : {namespace, project: 'any'},
        },
        context: {
          resource: {environment: `${namespace}/${this.#environments[0] ?? ''}`, componentType: 'deployment/service'},
        },
      }));
      const {list} = await this.#examiner.expect(200, person, 'POST', '/api/v1/authz/evaluates', questions);
      const allowed = actions.filter((_, index) => at(list[index], 'decision') === true);
      this.#examiner.same(
        `what ${person} may do`,
        allowed,
        actions.filter((action) => MAY[action]?.includes(person)),
      );
      await this.#examiner.expect(person === 'admin' ? 200 : 403, person, 'GET', '/api/v1/clusterauthzroles/admin');
      if (MAY['project:create']?.includes(person)) continue;
      const body = {metadata: {name: `${this.#project}-${person}`}};
      await this.#examiner.expect(403, person, 'POST', `${this.#root}/projects`, body);
    }
  }

  async #createProject(): Promise<void> {
    const path = `${this.#root}/projects`;
    const body = {metadata: {name: this.#project, annotations: {'openchoreo.dev/display-name': 'Conformance'}}};
    const {body: created} = await this.#examiner.expect(201, 'admin', 'POST', path, body);
    this.#examiner.same('the default pipeline', at(created, 'spec', 'deploymentPipelineRef', 'name'), 'default');
    await this.#examiner.expect(409, 'admin', 'POST', path, body);
    await this.#examiner.expect(422, 'admin', 'POST', path, {metadata: {name: 'Not A Name'}});
    await this.#examiner.expect(400, 'admin', 'POST', path, '{');
    await this.#examiner.expect(400, 'admin', 'POST', path, {metadata: {name: 'elsewhere', namespace: 'elsewhere'}});
    await this.#examiner.expect(404, 'admin', 'GET', `${path}/conf-${this.#mark}-absent`);
    await this.#examiner.expect(404, 'admin', 'PUT', `${path}/conf-${this.#mark}-absent`, {
      metadata: {name: `conf-${this.#mark}-absent`},
    });
  }

  async #awaitProject(): Promise<void> {
    for (const environment of this.#environments) {
      const name = `${this.#project}-${environment}`;
      await this.#examiner.until(
        `the project in ${environment}`,
        ['admin', 'GET', `${this.#root}/projectreleasebindings/${name}`],
        (answer) => conditionOf(answer) === 'True Ready',
      );
    }
    const listed = await this.#examiner.expect(
      200,
      'admin',
      'GET',
      `${this.#root}/projectreleases?project=${this.#project}`,
    );
    this.#examiner.same('releases of the project', namesOf(listed).length, 1);
  }

  async #createComponent(): Promise<void> {
    const path = `${this.#root}/components`;
    await this.#examiner.expect(201, 'developer', 'POST', path, this.#toComponent(this.#component));
    const {body} = await this.#examiner.expect(200, 'developer', 'GET', `${path}/${this.#component}`);
    this.#examiner.same('its project label', at(body, 'metadata', 'labels', 'openchoreo.dev/project'), this.#project);
    this.#examiner.same('autoDeploy by default', at(body, 'spec', 'autoDeploy') ?? false, false);
    await this.#examiner.expect(200, 'developer', 'GET', `${path}/${this.#component}/schema`);
  }

  async #refuseComponents(): Promise<void> {
    const path = `${this.#root}/components`;
    const other = this.#toComponent(`conf-${this.#mark}-other`);
    await this.#examiner.expect(409, 'developer', 'POST', path, this.#toComponent(this.#component));
    await this.#examiner.expect(403, 'viewer', 'POST', path, other);
    const orphan = {
      ...other,
      spec: {...(other['spec'] as JsonObject), owner: {projectName: `conf-${this.#mark}-absent`}},
    };
    await this.#examiner.expect(400, 'developer', 'POST', path, orphan);
    const misfit = {...other, spec: {...(other['spec'] as JsonObject), parameters: {port: 'many'}}};
    await this.#examiner.expect(422, 'developer', 'POST', path, misfit);
    const current = await this.#examiner.expect(200, 'developer', 'GET', `${path}/${this.#component}`);
    const retyped = withSpec(current, {componentType: {kind: 'ClusterComponentType', name: 'deployment/worker'}});
    await this.#examiner.expect(422, 'developer', 'PUT', `${path}/${this.#component}`, retyped);
  }

  async #createWorkload(): Promise<void> {
    const asked = ['developer', 'GET', `${this.#root}/components/${this.#component}`] as const;
    await this.#examiner.until(
      'the missing workload',
      [...asked],
      (answer) => conditionOf(answer) === 'False WorkloadNotFound',
    );
    await this.#examiner.expect(201, 'developer', 'POST', `${this.#root}/workloads`, {
      metadata: {name: this.#component},
      spec: {
        owner: this.#owner(),
        container: {image: 'registry.example/conformance:1.0.0', env: [{key: 'LOG_LEVEL', value: 'info'}]},
        endpoints: {api: {type: 'HTTP', port: 8080, visibility: ['project', 'external']}},
      },
    });
    await this.#examiner.until('the component', [...asked], (answer) => conditionOf(answer).startsWith('True'));
    const listed = await this.#examiner.expect(
      200,
      'developer',
      'GET',
      `${this.#root}/workloads?component=${this.#component}`,
    );
    this.#examiner.same('workloads of the component', namesOf(listed), [this.#component]);
  }

  async #release(): Promise<void> {
    const path = `${this.#root}/components/${this.#component}/generate-release`;
    const {body} = await this.#examiner.expect(201, 'developer', 'POST', path, {releaseName: this.#releaseName()});
    this.#examiner.same('its name', at(body, 'metadata', 'name'), this.#releaseName());
    this.#examiner.same('its owner', at(body, 'spec', 'owner'), this.#owner());
    await this.#examiner.expect(403, 'viewer', 'POST', path, {});
    await this.#examiner.expect(200, 'viewer', 'GET', `${this.#root}/componentreleases/${this.#releaseName()}`);
    const listed = await this.#examiner.expect(
      200,
      'viewer',
      'GET',
      `${this.#root}/componentreleases?component=${this.#component}`,
    );
    this.#examiner.same('releases of the component', namesOf(listed), [this.#releaseName()]);
  }

  async #deploy(): Promise<void> {
    const path = `${this.#root}/releasebindings`;
    await this.#examiner.expect(403, 'viewer', 'POST', path, this.#toBinding(0));
    const {body} = await this.#examiner.expect(201, 'developer', 'POST', path, this.#toBinding(0));
    this.#examiner.same('its state by default', at(body, 'spec', 'state'), 'Active');
    await this.#examiner.expect(409, 'developer', 'POST', path, this.#toBinding(0));
    const live = await this.#awaitBinding(0, 'True Ready');
    const [endpoint] = listAt(live.body, 'status', 'endpoints');
    this.#examiner.same('its endpoint', textAt(endpoint, 'name'), 'api');
    const moved = withSpec(live, {environment: this.#environments[1] ?? ''});
    await this.#examiner.expect(422, 'developer', 'PUT', `${path}/${this.#bindingName(0)}`, moved);
  }

  async #lookInside(): Promise<void> {
    const path = `${this.#root}/releasebindings/${this.#bindingName(0)}/k8sresources`;
    const {body} = await this.#examiner.expect(200, 'developer', 'GET', `${path}/tree`);
    const nodes = listAt(body, 'renderedReleases').flatMap((release) => listAt(release, 'nodes'));
    const pod = nodes.find((node) => textAt(node, 'kind') === 'Pod');
    const name = textAt(pod, 'name') ?? '';
    this.#examiner.same('a pod among its resources', pod !== undefined, true);
    await this.#examiner.expect(200, 'developer', 'GET', `${path}/events?version=v1&kind=Pod&name=${name}`);
    await this.#examiner.expect(200, 'developer', 'GET', `${path}/logs?podName=${name}`);
    await this.#examiner.expect(400, 'developer', 'GET', `${path}/logs`);
  }

  async #promote(): Promise<void> {
    await this.#examiner.expect(201, 'developer', 'POST', `${this.#root}/releasebindings`, this.#toBinding(1));
    await this.#awaitBinding(1, 'True Ready');
    const listed = await this.#examiner.expect(
      200,
      'developer',
      'GET',
      `${this.#root}/releasebindings?component=${this.#component}`,
    );
    this.#examiner.same('its deployments', namesOf(listed), [this.#bindingName(0), this.#bindingName(1)].sort());
  }

  async #override(): Promise<void> {
    const path = `${this.#root}/releasebindings/${this.#bindingName(1)}`;
    const current = await this.#examiner.expect(200, 'developer', 'GET', path);
    const misfit = withSpec(current, {componentTypeEnvironmentConfigs: {replicas: 'many'}});
    await this.#examiner.expect(422, 'developer', 'PUT', path, misfit);
    const fit = withSpec(current, {
      componentTypeEnvironmentConfigs: {replicas: 2},
      workloadOverrides: {container: {env: [{key: 'LOG_LEVEL', value: 'warn'}]}},
    });
    await this.#examiner.expect(200, 'developer', 'PUT', path, fit);
    await this.#awaitBinding(1, 'True Ready');
    const {body} = await this.#examiner.expect(200, 'developer', 'GET', `${path}/k8sresources/tree`);
    const nodes = listAt(body, 'renderedReleases').flatMap((release) => listAt(release, 'nodes'));
    this.#examiner.same('its pods', nodes.filter((node) => textAt(node, 'kind') === 'Pod').length, 2);
  }

  async #undeploy(): Promise<void> {
    const path = `${this.#root}/releasebindings/${this.#bindingName(1)}`;
    const current = await this.#examiner.expect(200, 'developer', 'GET', path);
    const metadata = isJsonObject(current.body['metadata']) ? current.body['metadata'] : {};
    const annotations = {'openchoreo.dev/restartedAt': '2026-01-01T00:00:00Z'};
    await this.#examiner.expect(200, 'developer', 'PUT', path, {...current.body, metadata: {...metadata, annotations}});
    await this.#awaitBinding(1, 'True Ready');
    await this.#examiner.expect(200, 'developer', 'PUT', path, withSpec(current, {state: 'Undeploy'}));
    const gone = await this.#awaitBinding(1, 'False ResourcesUndeployed');
    this.#examiner.same('its endpoints', listAt(gone.body, 'status', 'endpoints'), []);
    await this.#examiner.expect(200, 'developer', 'PUT', path, withSpec(current, {state: 'Active'}));
    await this.#awaitBinding(1, 'True Ready');
  }

  async #list(): Promise<void> {
    const path = `${this.#root}/components`;
    const names = ['a', 'b', 'c'].map((letter) => `conf-${this.#mark}-${letter}`);
    for (const name of names) {
      const body = this.#toComponent(name);
      const metadata = {name, labels: {conformance: this.#mark, letter: name.slice(-1)}};
      await this.#examiner.expect(201, 'admin', 'POST', path, {...body, metadata});
    }
    const found: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page++) {
      const query = `project=${this.#project}&limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const answer = await this.#examiner.expect(200, 'admin', 'GET', `${path}?${query}`);
      found.push(...namesOf(answer));
      cursor = textAt(answer.body, 'pagination', 'nextCursor') ?? '';
      if (cursor === '') break;
    }
    this.#examiner.same('all pages together', found.toSorted(), [...names, this.#component].toSorted());
    const selectors: readonly (readonly [selector: string, letters: string])[] = [
      [`conformance=${this.#mark}`, 'abc'],
      [`conformance=${this.#mark},letter!=b`, 'ac'],
      [`conformance=${this.#mark},letter in (a,c)`, 'ac'],
      [`conformance=${this.#mark},letter notin (a,c)`, 'b'],
      [`conformance=${this.#mark},!letter`, ''],
    ];
    for (const [selector, letters] of selectors) {
      const query = `limit=100&labelSelector=${encodeURIComponent(selector)}`;
      const answer = await this.#examiner.expect(200, 'admin', 'GET', `${path}?${query}`);
      this.#examiner.same(
        selector,
        namesOf(answer)
          .map((name) => name.slice(-1))
          .join(''),
        letters,
      );
    }
    await this.#examiner.expect(400, 'admin', 'GET', `${path}?labelSelector=${encodeURIComponent('a in b')}`);
    await this.#examiner.expect(400, 'admin', 'GET', `${path}?limit=many`);
  }

  async #run(): Promise<void> {
    const listed = await this.#examiner.expect(200, 'admin', 'GET', '/api/v1/clusterworkflows?limit=100');
    if (!namesOf(listed).includes('database-backup')) return;
    const name = `conf-${this.#mark}-run`;
    const path = `${this.#root}/workflowruns`;
    const spec = {workflow: {kind: 'ClusterWorkflow', name: 'database-backup', parameters: {database: 'conformance'}}};
    await this.#examiner.expect(403, 'viewer', 'POST', path, {metadata: {name}, spec});
    await this.#examiner.expect(422, 'admin', 'POST', path, {
      metadata: {name},
      spec: {workflow: {...spec.workflow, parameters: {}}},
    });
    await this.#examiner.expect(201, 'admin', 'POST', path, {metadata: {name}, spec});
    await this.#examiner.until(
      'the end of the run',
      ['viewer', 'GET', `${path}/${name}/status`],
      ({body}) => body['status'] === 'Succeeded',
    );
    for (const view of ['logs', 'events']) await this.#examiner.expect(200, 'viewer', 'GET', `${path}/${name}/${view}`);
    const selected = await this.#examiner.expect(200, 'viewer', 'GET', `${path}?workflow=database-backup&limit=100`);
    this.#examiner.same('the run among those of its workflow', namesOf(selected).includes(name), true);
    await this.#examiner.expect(204, 'admin', 'DELETE', `${path}/${name}`);
  }

  async #delete(): Promise<void> {
    const binding = `${this.#root}/releasebindings/${this.#bindingName(1)}`;
    for (const person of ['developer', 'viewer'] as const) await this.#examiner.expect(403, person, 'DELETE', binding);
    await this.#examiner.expect(204, 'admin', 'DELETE', binding);
    await this.#examiner.until('the end of the deployment', ['admin', 'GET', binding], ({status}) => status === 404);
    const component = `${this.#root}/components/${this.#component}`;
    await this.#examiner.expect(403, 'viewer', 'DELETE', component);
    await this.#examiner.expect(204, 'developer', 'DELETE', component);
    await this.#examiner.until('the end of the component', ['admin', 'GET', component], ({status}) => status === 404);
    await this.#examiner.expect(404, 'admin', 'GET', `${this.#root}/workloads/${this.#component}`);
    await this.#examiner.expect(404, 'admin', 'GET', `${this.#root}/releasebindings/${this.#bindingName(0)}`);
    const project = `${this.#root}/projects/${this.#project}`;
    await this.#examiner.expect(204, 'admin', 'DELETE', project);
    await this.#examiner.until('the end of the project', ['admin', 'GET', project], ({status}) => status === 404);
    await this.#examiner.expect(404, 'admin', 'GET', `${this.#root}/components/conf-${this.#mark}-a`);
  }

  #awaitBinding(stage: 0 | 1, condition: string): ReturnType<Examiner['until']> {
    const name = this.#bindingName(stage);
    return this.#examiner.until(
      `'${condition}' of ${name}`,
      ['developer', 'GET', `${this.#root}/releasebindings/${name}`],
      (answer) => {
        const generation = at(answer.body, 'status', 'observedGeneration');
        return conditionOf(answer) === condition && (generation === undefined || typeof generation === 'number');
      },
    );
  }

  #place(): {readonly namespace: string} {
    return {namespace: this.#root.split('/').at(-1) ?? ''};
  }

  #owner(): JsonObject {
    return {projectName: this.#project, componentName: this.#component};
  }

  #releaseName(): string {
    return `${this.#component}-1`;
  }

  #bindingName(stage: 0 | 1): string {
    return `${this.#component}-${this.#environments[stage] ?? ''}`;
  }

  #toComponent(name: string): JsonObject {
    const componentType = {kind: 'ClusterComponentType', name: 'deployment/service'};
    return {metadata: {name}, spec: {owner: {projectName: this.#project}, componentType}};
  }

  #toBinding(stage: 0 | 1): JsonObject {
    const spec = {owner: this.#owner(), environment: this.#environments[stage] ?? '', releaseName: this.#releaseName()};
    return {metadata: {name: this.#bindingName(stage)}, spec};
  }
}
