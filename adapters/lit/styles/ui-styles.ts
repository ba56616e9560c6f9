import type {CSSResult} from 'lit';
import {badgeStyles} from './badge-styles.ts';
import {baseStyles} from './base-styles.ts';
import {buttonStyles} from './button-styles.ts';
import {cardStyles} from './card-styles.ts';
import {formStyles} from './form-styles.ts';
import {pageStyles} from './page-styles.ts';
import {stateStyles} from './state-styles.ts';
import {tableStyles} from './table-styles.ts';

/** All shared looks, for pages. An element that needs two of them takes those two. */
export const uiStyles: CSSResult[] = [
  baseStyles,
  buttonStyles,
  formStyles,
  cardStyles,
  tableStyles,
  badgeStyles,
  pageStyles,
  stateStyles,
];
