import {requestHost} from './context.js';
import {notes} from './notes.js';

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { display: block; padding: 24px; font-family: var(--portal-font); color: var(--portal-color-text); }
  h1 { margin: 0 0 16px; font-size: var(--portal-text-title); }
  form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; margin-bottom: 16px; }
  label { display: grid; gap: 4px; flex: 1 1 240px; font-size: var(--portal-text-small); }
  input, button { font: inherit; padding: 8px 12px; border-radius: var(--portal-radius-small);
    border: 1px solid var(--portal-color-border-strong); background: var(--portal-color-surface); color: inherit; }
  button { border-color: transparent; background: var(--portal-color-accent); color: var(--portal-color-accent-text); }
  li { padding: 4px 0; }
`);

/** A page: a form, and what was written. */
export class NotesPage extends HTMLElement {
  #list = document.createElement('ul');
  #count = document.createElement('p');
  #host;

  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = [style];
    requestHost(this, (host) => {
      this.#host = host;
      root.replaceChildren(this.#heading(), this.#form(), this.#count, this.#list);
      this.#show();
    });
  }

  #heading() {
    const heading = document.createElement('h1');
    heading.tabIndex = -1;
    heading.textContent = this.#host.messages.text('name');
    return heading;
  }

  #form() {
    const {messages, events} = this.#host;
    const [form, label, input, button] = ['form', 'label', 'input', 'button'].map((tag) => document.createElement(tag));
    Object.assign(input, {name: 'text', required: true, maxLength: 200});
    label.append(messages.text('new'), input);
    button.textContent = messages.text('add');
    form.append(label, button);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      notes.unshift(input.value);
      events.emit('team-notes:added', {text: input.value});
      form.reset();
      this.#show();
    });
    return form;
  }

  #show() {
    this.#count.textContent = this.#host.messages.text('count', {count: notes.length});
    this.#list.replaceChildren(
      ...notes.map((text) => Object.assign(document.createElement('li'), {textContent: text})),
    );
  }
}
