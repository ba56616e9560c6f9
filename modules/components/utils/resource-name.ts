/** Why a name cannot be used: the platform asks for a DNS-1123 label of at most 63 characters. */
export type NameFault = 'required' | 'too-long' | 'characters' | 'edges';

export function checkName(name: string): NameFault | undefined {
  if (name === '') return 'required';
  if (name.length > 63) return 'too-long';
  if (!/^[a-z0-9-]+$/.test(name)) return 'characters';
  if (!/^[a-z0-9].*[a-z0-9]$|^[a-z0-9]$/.test(name)) return 'edges';
  return undefined;
}

/** A usable name from one for people: `Größe & Preis` becomes `groesse-preis`. Empty when nothing usable is left. */
export function suggestName(displayName: string): string {
  return displayName
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
}
