import assert from 'node:assert/strict';
import {it} from 'node:test';
import {PortalError} from '@openchoreo/portal-contract';
import {problemResponse} from './problem.ts';

it('a problem says the whole sentence and what it is about', async () => {
  const response = problemResponse(new PortalError('API_TIMEOUT', ['/api/v1/namespaces', '300']));
  const sentence = 'The platform did not answer /api/v1/namespaces within 300 ms.';
  assert.deepEqual(await response.json(), {
    type: 'urn:openchoreo-portal:error:API_TIMEOUT',
    title: sentence,
    status: 504,
    code: 'API_TIMEOUT',
    detail: sentence,
    values: ['/api/v1/namespaces', '300'],
  });
});

it('a problem of something unexpected says nothing of it', async () => {
  const response = problemResponse(new Error('the password is hunter22'));
  const sentence = 'Something went wrong inside the portal.';
  assert.deepEqual(await response.json(), {
    type: 'urn:openchoreo-portal:error:INTERNAL',
    title: sentence,
    status: 500,
    code: 'INTERNAL',
    detail: sentence,
    values: [],
  });
});
