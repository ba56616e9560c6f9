import {expect} from '@open-wc/testing';
import type {Component, Condition} from '@openchoreo/portal-contract';
import {toResourceStatus} from './resource-status.ts';

const withConditions = (...conditions: Partial<Condition>[]): Component => ({
  metadata: {name: 'cart'},
  status: {conditions: conditions as Condition[]},
});

describe('toResourceStatus', () => {
  it('says ready, waiting, in progress and failed in their own words', () => {
    const said = [
      withConditions({type: 'Ready', status: 'True', reason: 'Reconciled'}),
      withConditions(),
      withConditions({type: 'Ready', status: 'Unknown', reason: 'Whatever'}),
      withConditions({type: 'Ready', status: 'False', reason: 'WorkloadNotFound'}),
      withConditions({type: 'Ready', status: 'False', reason: 'InvalidConfiguration'}),
    ].map((component) => toResourceStatus(component).key);
    expect(said).to.deep.equal([
      'status.ready',
      'status.pending',
      'status.progressing',
      'status.workload-not-found',
      'status.invalid-configuration',
    ]);
  });

  it('keeps the sentence of a reason it does not know', () => {
    const status = toResourceStatus(
      withConditions({type: 'Ready', status: 'False', reason: 'Odd', message: 'The moon'}),
    );
    expect(status).to.deep.equal({key: 'status.failed', tone: 'danger', detail: 'The moon'});
  });

  it('puts deletion before readiness, and a blocked deletion before that', () => {
    const ready = {type: 'Ready', status: 'True', reason: 'Reconciled'} as const;
    const leaving = {...withConditions(ready), metadata: {name: 'cart', deletionTimestamp: '2026-01-01T00:00:00Z'}};
    expect(toResourceStatus(leaving).key).to.equal('status.deleting');
    const blocked = withConditions(ready, {
      type: 'DeletionBlocked',
      status: 'True',
      reason: 'InUse',
      message: 'In use',
    });
    expect(toResourceStatus(blocked)).to.deep.equal({
      key: 'status.deletion-blocked',
      tone: 'warning',
      detail: 'In use',
    });
  });
});
