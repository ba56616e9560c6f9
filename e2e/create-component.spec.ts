import {expect, test} from './support/test.ts';

test('a component is created from its source: built, deployed to the first environment, seen without a reload', async ({
  open,
}) => {
  const page = await open('developer', '/catalog/create-component?namespace=acme&project=payments');
  await page.getByLabel('Display name').fill('Loyalty points');
  await page.getByRole('radio', {name: /^Service/}).check();
  await page.getByRole('radio', {name: /^Source repository/}).check();
  await page.getByLabel('Build', {exact: true}).selectOption('Docker');
  await page.getByLabel('Repository URL').fill('https://git.example/acme/loyalty');
  await page.getByRole('button', {name: 'Create component'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Loyalty points'})).toBeVisible();
  const development = page.getByRole('listitem', {name: 'development', exact: true});
  await expect(development).toContainText('Not deployed');
  await expect(development).toContainText('Running', {timeout: 25_000});
});

test.describe('with a value the platform does not take', () => {
  test.use({expectedErrors: [/422/]});

  test('a component is created by YAML: what is wrong is said by its line, and nothing typed is lost', async ({
    portal,
    open,
  }) => {
    const page = await open('developer', '/catalog/create-component?namespace=acme&project=payments');
    await page.getByLabel('Display name').fill('Refunds');
    await page.getByRole('radio', {name: /^Service/}).check();
    await page.getByRole('textbox', {name: 'Container image'}).fill('registry.example/refunds:1.0.0');
    await page.getByRole('button', {name: 'Add Autoscaler'}).click();
    await page.getByRole('button', {name: 'YAML'}).click();
    const yaml = page.getByRole('textbox', {name: /as YAML/});
    const text = await yaml.inputValue();
    await yaml.fill(text.replace('cpuPercent: 70', 'cpuPercent: 700'));
    await page.getByRole('button', {name: 'Create component'}).click();
    const fault = page.getByRole('listitem').filter({hasText: 'spec.traits[0].parameters.cpuPercent: must be <= 95'});
    await expect(fault).toContainText(/Line \d+:/);
    await yaml.fill(
      text
        .replace('cpuPercent: 70', 'cpuPercent: 60 # half')
        .replace('  container:\n', '  container:\n    args: [serve]\n'),
    );
    await page.getByRole('button', {name: 'Form', exact: true}).click();
    await expect(page.getByLabel('Cpu percent')).toHaveValue('60');
    await page.getByRole('button', {name: 'Create component'}).click();
    await expect(page.getByRole('heading', {level: 1, name: 'Refunds'})).toBeVisible();
    const base = `${portal.baseUrl}/api/openchoreo/api/v1/namespaces/acme`;
    const component = (await (await page.request.get(`${base}/components/refunds`)).json()) as {spec: unknown};
    expect(component.spec).toMatchObject({traits: [{name: 'autoscaler', parameters: {cpuPercent: 60}}]});
    const workload = (await (await page.request.get(`${base}/workloads/refunds`)).json()) as {spec: unknown};
    expect(workload.spec).toMatchObject({container: {image: 'registry.example/refunds:1.0.0', args: ['serve']}});
  });
});
