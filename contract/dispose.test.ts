import assert from 'node:assert/strict';
import {test} from 'node:test';
import {DisposableStack} from './dispose.ts';

test('undoes in reverse order, once', () => {
  const calls: string[] = [];
  const stack = new DisposableStack();
  for (const name of ['a', 'b', 'c']) stack.defer(() => void calls.push(name));
  stack.dispose();
  stack.dispose();
  assert.deepEqual([calls, stack.disposed], [['c', 'b', 'a'], true]);
});

test('a single undo can run early and does not run again', () => {
  const calls: string[] = [];
  const stack = new DisposableStack();
  stack.defer(() => void calls.push('a'));
  const undoB = stack.defer(() => void calls.push('b'));
  undoB();
  undoB();
  stack.dispose();
  assert.deepEqual(calls, ['b', 'a']);
});

test('deferring onto a disposed stack undoes at once', () => {
  const calls: string[] = [];
  const stack = new DisposableStack();
  stack.dispose();
  const undo = stack.defer(() => void calls.push('late'));
  undo();
  assert.deepEqual(calls, ['late']);
});

test('an undo that throws does not keep the others from running', () => {
  const calls: string[] = [];
  const stack = new DisposableStack();
  stack.defer(() => void calls.push('first'));
  stack.defer(() => {
    throw new Error('second');
  });
  stack.defer(() => void calls.push('third'));
  assert.throws(
    () => stack.dispose(),
    (error: unknown) => error instanceof AggregateError && error.errors.length === 1,
  );
  assert.deepEqual(calls, ['third', 'first']);
});
