import type {RecentChoice} from '@openchoreo/portal-contract';
import type {PreferenceKeeper} from '../state/preferences.ts';

const KEPT = 6;

/** Puts the choice before those made earlier; the oldest goes. Kept on the server with the other preferences. */
export function rememberChoice(preferences: PreferenceKeeper, choice: RecentChoice): void {
  const {recents = []} = preferences.get();
  const others = recents.filter(({path, command}) => path !== choice.path || command !== choice.command);
  preferences.change({recents: [choice, ...others].slice(0, KEPT)});
}
