import assert from 'node:assert/strict';
import {it} from 'node:test';
import {parseSchedule} from './schedule.ts';

function begins(expression: string, time: string): boolean {
  return parseSchedule(expression)(Date.parse(time) / 60_000);
}

it('reads numbers, ranges, lists and steps', () => {
  const monday = '2030-05-06T06:30:00Z';
  for (const expression of ['30 6 * * *', '*/15 * * * *', '30 5-7 * * 1-5', '0,30 6 6 5 *', '10/20 6 * * 1']) {
    assert.ok(begins(expression, monday), expression);
  }
  for (const expression of ['31 6 * * *', '*/7 * * * *', '30 6 * * 0', '30 6 7 * *', '30 6 * 6 *']) {
    assert.ok(!begins(expression, monday), expression);
  }
});

it('takes a day by month or by week where both are given, and Sunday by two numbers', () => {
  assert.ok(begins('30 6 1 * 1', '2030-05-06T06:30:00Z'));
  assert.ok(begins('30 6 6 * 2', '2030-05-06T06:30:00Z'));
  assert.ok(begins('0 0 * * 0', '2030-05-05T00:00:00Z') && begins('0 0 * * 7', '2030-05-05T00:00:00Z'));
});

it('never begins what it cannot read', () => {
  for (const expression of ['', '* * * *', '60 * * * *', '* * * * mon', '*/0 * * * *', '5-70 * * * *', '* * 0 * *']) {
    for (let minute = 0; minute < 60; minute++) assert.ok(!parseSchedule(expression)(minute), expression);
  }
});
