import {clsx, type ClassValue} from 'clsx';
import {twMerge} from 'tailwind-merge';

/** Joins class names; of two Tailwind utilities that say the same thing the later one wins. */
export function cn(...classes: readonly ClassValue[]): string {
  return twMerge(clsx(classes));
}
