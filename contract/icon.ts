/** One shape of an icon on a 24 × 24 grid, as lucide writes them: `['path', {d: '…'}]`. */
export type IconNode = readonly [tag: string, attributes: Readonly<Record<string, string | number | undefined>>];
