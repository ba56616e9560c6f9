/** The two views of the portal: people who build on the platform, people who run it. */
export const PERSPECTIVES = ['development', 'platform-engineering'] as const;

export type Perspective = (typeof PERSPECTIVES)[number];

/** Where something is shown: in one perspective or in both. */
export type PerspectiveTarget = Perspective | 'both';

export function isPerspective(value: unknown): value is Perspective {
  return PERSPECTIVES.includes(value as Perspective);
}

/** Nothing said means both. */
export function showsIn(target: PerspectiveTarget | undefined, perspective: Perspective): boolean {
  return target === undefined || target === 'both' || target === perspective;
}
