import type {EndpointRow, TraitRow, VariableRow} from '../types/component-draft.ts';
import {checkName} from './resource-name.ts';

/** Message of what is wrong with one field of a row. */
export interface RowFault {
  readonly key: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** What is wrong with a row, by field; without fields when all is well. */
export type RowFaults = Partial<Record<'name' | 'port', RowFault>>;

/** What Kubernetes takes as the name of a variable. */
const VARIABLE = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

export function checkVariables(rows: readonly VariableRow[]): readonly RowFaults[] {
  return rows.map(({name}, index) => {
    if (name === '') return {name: {key: 'fault.variable-required'}};
    if (!VARIABLE.test(name)) return {name: {key: 'fault.variable-name'}};
    return checkDuplicate(rows, index, ({name: other}) => other);
  });
}

export function checkEndpoints(rows: readonly EndpointRow[]): readonly RowFaults[] {
  return rows.map(({name, port}, index) => ({
    ...checkLabel(name),
    ...checkDuplicate(rows, index, ({name: other}) => other),
    ...(!isPort(port) && {port: {key: 'fault.port'}}),
  }));
}

export function checkTraits(rows: readonly TraitRow[]): readonly RowFaults[] {
  return rows.map(({instanceName}, index) => ({
    ...checkLabel(instanceName),
    ...checkDuplicate(rows, index, (row) => row.instanceName),
  }));
}

/** Whether any row has a fault. */
export function hasFaults(rows: readonly RowFaults[]): boolean {
  return rows.some((faults) => Object.keys(faults).length > 0);
}

/** The name with the first number at its end that no other has. */
export function toFreeName(name: string, taken: readonly string[]): string {
  const free = (number: number): string => {
    const next = number === 1 ? name : `${name}-${number}`;
    return taken.includes(next) ? free(number + 1) : next;
  };
  return free(1);
}

function checkLabel(name: string): RowFaults {
  const fault = checkName(name);
  return fault ? {name: {key: `fault.name-${fault}`}} : {};
}

/** The fault of a row whose name an earlier one has. */
function checkDuplicate<R>(rows: readonly R[], index: number, toName: (row: R) => string): RowFaults {
  const name = toName(rows[index] as R);
  const isTaken = name !== '' && rows.slice(0, index).some((row) => toName(row) === name);
  return isTaken ? {name: {key: 'fault.duplicate', values: {name}}} : {};
}

function isPort(text: string): boolean {
  const port = Number(text);
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}
