import {ModuleElement} from '@openchoreo/portal-lit';
import type {Config} from '../types/config.ts';

/** Base of the module's elements: its host is the one that the manifest asks for. */
export class AnalyticsElement extends ModuleElement<Config> {
  static override module = 'analytics';
}
