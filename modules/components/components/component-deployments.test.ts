import {expect, waitUntil} from '@open-wc/testing';
import {PortalError, type Component, type Condition, type ReleaseBinding} from '@openchoreo/portal-contract';
import {createTestHost, mount, type Mounted, type TestHost, type TestHostOptions} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {ComponentDeployments} from './component-deployments.ts';

const CART: Component = {
  metadata: {name: 'cart', namespace: 'acme', annotations: {'openchoreo.dev/display-name': 'Cart'}},
  spec: {owner: {projectName: 'shop'}, componentType: {name: 'deployment/service'}},
};
const GENERATE = '/api/v1/namespaces/acme/components/cart/generate-release';
const SCHEMA = '/api/v1/namespaces/acme/components/cart/schema';

function hostWith(bindings: readonly ReleaseBinding[], options: Partial<TestHostOptions> = {}): TestHost {
  const host = createTestHost({module: 'components', messages, ...options});
  const {platform} = host;
  platform.put('projects', {metadata: {name: 'shop', namespace: 'acme'}});
  const paths = [
    ['staging', 'production'],
    ['development', 'staging'],
  ] as const;
  platform.put('deploymentpipelines', {
    metadata: {name: 'default', namespace: 'acme'},
    spec: {
      promotionPaths: paths.map(([source, target]) => ({
        sourceEnvironmentRef: {name: source},
        targetEnvironmentRefs: [{name: target}],
      })),
    },
  });
  for (const name of ['development', 'staging', 'production']) {
    const metadata = {name, namespace: 'acme'};
    platform.put('environments', {metadata, spec: {isProduction: name === 'production'}});
    platform.put('projectreleasebindings', {
      metadata: {name: `shop-${name}`, namespace: 'acme'},
      spec: {owner: {projectName: 'shop'}, environment: name},
      status: {conditions: [ready('True', 'Ready')]},
    });
  }
  platform.put('releasebindings', ...bindings);
  platform.answers.set(SCHEMA, {type: 'object', properties: {}});
  platform.answers.set(GENERATE, {metadata: {name: 'cart-2'}});
  return host;
}

function ready(status: Condition['status'], reason: string, message = ''): Condition {
  return {type: 'Ready', status, reason, message, lastTransitionTime: '2026-01-01T00:00:00Z'};
}

function binding(environment: string, condition: Condition | undefined, spec: object = {}): ReleaseBinding {
  return {
    metadata: {name: `cart-${environment}`, namespace: 'acme', uid: environment},
    spec: {owner: {projectName: 'shop', componentName: 'cart'}, environment, releaseName: 'cart-1', ...spec},
    status: {
      ...(condition && {conditions: [condition]}),
      endpoints: [{name: 'api', invokeURL: `http://${environment}.example/cart`}],
    },
  };
}

const show = (host: TestHost): Promise<Mounted<ComponentDeployments>> =>
  mount('components-component-deployments', ComponentDeployments, host, {properties: {component: CART}});

const buttons = (page: Mounted<ComponentDeployments>): readonly string[] => [
  ...new Set(page.findAll<HTMLButtonElement>('li button').map(toLine)),
];

const toLine = (button: HTMLButtonElement): string =>
  `${button.closest('li')?.ariaLabel}: ${button.textContent.trim()}${button.disabled ? ' (off)' : ''}`;

async function press(page: Mounted<ComponentDeployments>, label: string): Promise<void> {
  page
    .findAll<HTMLButtonElement>('li button')
    .find((button) => toLine(button) === label)
    ?.click();
  await page.settle();
}

const stored = (host: TestHost, name: string): ReleaseBinding['spec'] =>
  host.platform.all('releasebindings').find(({metadata}) => metadata.name === name)?.spec as ReleaseBinding['spec'];

describe('ComponentDeployments', () => {
  it('is accessible, and shows the environments in the order of the pipeline, with what runs in them', async () => {
    const broken = ready('False', 'ResourcesDegraded', "container 'main' is in ImagePullBackOff");
    const host = hostWith([binding('development', ready('True', 'Ready')), binding('staging', broken)]);
    const page = await show(host);
    await expect(page.element).to.be.accessible();
    const rows = page
      .findAll('li')
      .map((row) => [row.ariaLabel, row.querySelector('.name > .badge')?.textContent.trim()]);
    expect(rows).to.deep.equal([
      ['development', 'Running'],
      ['staging', 'Failed'],
      ['production', 'Not deployed'],
    ]);
    expect(page.text()).to.contain('It does not run.').and.to.contain('ImagePullBackOff').and.to.contain('cart-1');
    expect(page.find('a')?.getAttribute('href')).to.equal('http://development.example/cart');
    expect(host.missing).to.deep.equal([]);
  });

  it('offers what can be done, environment by environment', async () => {
    const gone = binding('staging', ready('False', 'ResourcesUndeployed'), {state: 'Undeploy'});
    const page = await show(hostWith([binding('development', ready('True', 'Ready')), gone]));
    expect(buttons(page)).to.deep.equal([
      'development: Deploy',
      'development: Promote to staging',
      'development: Restart',
      'development: Undeploy',
      'staging: Deploy again',
    ]);
  });

  it('promotes nothing that does not run, nor where the project is not', async () => {
    const host = hostWith([
      binding('development', ready('False', 'ResourcesProgressing')),
      binding('staging', ready('True', 'Ready')),
    ]);
    host.platform.put('projectreleasebindings');
    const page = await show(host);
    expect(buttons(page)).to.include('development: Already in staging (off)');
    const bare = createTestHost({module: 'components', messages});
    bare.platform.fail('list releasebindings', new PortalError('OFFLINE', []));
    expect((await show(bare)).text()).to.contain('The deployments could not be loaded.');
  });

  it('deploys the component as it is now, in a release of its own', async () => {
    const host = hostWith([]);
    const page = await show(host);
    await press(page, 'development: Deploy');
    // The parser of the answer is fetched with the first one.
    await waitUntil(() => stored(host, 'cart-development') !== undefined);
    expect(stored(host, 'cart-development')?.releaseName).to.equal('cart-2');
    expect(host.platform.calls).to.include(`request ${GENERATE}`);
  });

  it('says that nothing has changed when it comes to the same release', async () => {
    const host = hostWith([binding('development', ready('True', 'Ready'))]);
    host.platform.answers.set(GENERATE, {metadata: {name: 'cart-1'}});
    const page = await show(host);
    await press(page, 'development: Deploy');
    await waitUntil(() => host.notices.length > 0);
    expect(host.notices).to.deep.equal(['info: Nothing has changed since cart-1.']);
  });

  it('asks for the values that a component needs in an environment before it goes there', async () => {
    const host = hostWith([binding('development', ready('True', 'Ready'))]);
    host.platform.answers.set(SCHEMA, {
      type: 'object',
      properties: {
        traitEnvironmentConfigs: {
          type: 'object',
          properties: {
            domain: {
              type: 'object',
              required: ['hostname'],
              properties: {hostname: {type: 'string', description: 'Host name here'}},
            },
          },
        },
      },
    });
    const page = await show(host);
    await press(page, 'development: Promote to staging');
    expect(page.text()).to.contain('cart-1 needs values of its own in this environment.');
    await expect(page.element).to.be.accessible();
    expect(page.element.shadowRoot?.activeElement?.localName).to.equal('input');
    page.find<HTMLFormElement>('form')?.requestSubmit();
    await page.settle();
    expect(page.text()).to.contain('This is needed.');
    expect(stored(host, 'cart-staging')).to.equal(undefined);
    const input = page.find<HTMLInputElement>('input')!;
    input.value = 'cart.example';
    input.dispatchEvent(new InputEvent('input'));
    page.find<HTMLFormElement>('form')?.requestSubmit();
    await page.settle();
    expect(stored(host, 'cart-staging')).to.deep.include({
      releaseName: 'cart-1',
      traitEnvironmentConfigs: {domain: {hostname: 'cart.example'}},
    });
  });

  it('undeploys after a clear yes, and deploys again', async () => {
    const host = hostWith([binding('development', ready('True', 'Ready'))]);
    const page = await show(host);
    await press(page, 'development: Undeploy');
    expect(host.questions.length).to.equal(1);
    expect(stored(host, 'cart-development')?.state).to.equal('Undeploy');
  });

  it('offers nothing to whoever may not, and says why the platform refuses', async () => {
    const viewer = hostWith([binding('development', ready('True', 'Ready'))], {
      allows: (action) => action.endsWith(':view'),
    });
    const page = await show(viewer);
    const shown = page.findAll('portal-gated').filter((gate) => gate.shadowRoot!.querySelector('slot')!.name === '');
    expect(shown).to.deep.equal([]);
    const refused = hostWith([binding('development', ready('True', 'Ready'))]);
    const error = new PortalError('PLATFORM_REFUSED', ['422', 'no'], {cause: {error: 'spec.x is required'}});
    refused.platform.fail('update releasebindings', error);
    await press(await show(refused), 'development: Restart');
    expect(refused.notices).to.deep.equal(['error: spec.x is required']);
  });
});
