/** The earliest of the moments that are known. */
export function oldestOf(moments: readonly (number | undefined)[]): number | undefined {
  // Not `Math.min(…)`: a namespace may hold more objects than a call may have arguments.
  return moments.reduce<number | undefined>(
    (oldest, moment) => (moment !== undefined && (oldest === undefined || moment < oldest) ? moment : oldest),
    undefined,
  );
}
