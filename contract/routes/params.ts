import {encodeSegments, parsePattern} from './route-pattern.ts';

/**
 * The parameters of a route's path: `Params<'/reports/:id'>` is `{readonly id: string}`. A parameter that lists what it
 * accepts (`:level(info|error)`) has these as its type. Of a path that is only known to be a string, any name may be.
 */
export type Params<Path extends string> = string extends Path
  ? Readonly<Record<string, string>>
  : {readonly [Name in PartsOf<Path> as NameOf<Name>]: ValueOf<Name>};

/** `/reports/:id` becomes `'reports' | ':id'`. */
type PartsOf<Path extends string> = Path extends `${infer First}/${infer Rest}` ? First | PartsOf<Rest> : Path;

type NameOf<Part extends string> = Part extends `:${infer Name}(${string})`
  ? Name
  : Part extends `:${infer Name}`
    ? Name
    : Part extends '(.*)'
      ? '0'
      : never;

type ValueOf<Part extends string> = Part extends `:${string}(${infer Accepted})`
  ? Accepted extends '.*' | '\\d+'
    ? string
    : WordsOf<Accepted>
  : string;

type WordsOf<Accepted extends string> = Accepted extends `${infer First}|${infer Rest}`
  ? First | WordsOf<Rest>
  : Accepted;

/** The address of a route with these parameters, below the module's base: what the matcher reads back the same. */
export function toPath<Path extends string>(path: Path, params: NoInfer<Params<Path>>): string {
  const values: Readonly<Record<string, string | undefined>> = params;
  const parts = parsePattern(path).map((part) => {
    if (part.kind === 'text') return encodeURIComponent(part.text);
    const value = values[part.name];
    if (value === undefined) throw new TypeError(`The path ${path} needs a value for '${part.name}'.`);
    return part.kind === 'rest' ? encodeSegments(value) : encodeURIComponent(value);
  });
  return `/${parts.join('/')}`;
}
