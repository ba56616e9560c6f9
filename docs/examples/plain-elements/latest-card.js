import {requestHost} from './context.js';
import {notes} from './notes.js';

/** A card: the latest note, and the next one as soon as it is written. */
export class LatestCard extends HTMLElement {
  #stop = () => {};

  connectedCallback() {
    requestHost(this, (host) => {
      const show = () => (this.textContent = notes[0] ?? host.messages.text('none'));
      this.#stop = host.events.on('team-notes:added', show);
      show();
      // What people came for is on screen: the dashboard waits for this.
      this.dispatchEvent(new Event('portal-card-ready', {bubbles: true, composed: true}));
    });
  }

  disconnectedCallback() {
    this.#stop();
  }
}
