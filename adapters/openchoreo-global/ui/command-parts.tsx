import SearchIcon from 'lucide/dist/esm/icons/search.mjs';
import type {ReactNode} from 'react';
import {Glyph} from './glyph.tsx';

export {CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList, CommandRoot} from 'cmdk';

export function Search(): ReactNode {
  return <Glyph node={SearchIcon} />;
}
