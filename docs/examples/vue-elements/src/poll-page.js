import {computed, defineCustomElement, h, onMounted, reactive, ref, useHost} from 'vue';
import {requestHost} from './request-host.js';

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { display: block; padding: 24px; font-family: var(--portal-font); color: var(--portal-color-text); }
  h1 { margin: 0 0 16px; font-size: var(--portal-text-title); }
  button { font: inherit; margin-right: 8px; padding: 8px 12px; border-radius: var(--portal-radius-small);
    border: 1px solid var(--portal-color-border-strong); background: var(--portal-color-surface); color: inherit; }
`);

/** A page: votes on when to release, by the person who is signed in. */
export const PollPage = defineCustomElement({
  setup() {
    const element = useHost();
    const votes = reactive({today: 0, tomorrow: 0});
    const name = ref('');
    const sum = computed(() => votes.today + votes.tomorrow);
    onMounted(() => {
      element.shadowRoot.adoptedStyleSheets = [style];
      requestHost(element, (host) => (name.value = host.state.user.get().name));
    });
    return () => [
      h('h1', {tabindex: -1}, 'When do we release?'),
      h('p', `${name.value}, you have voted ${sum.value} times.`),
      Object.keys(votes).map((day) => h('button', {onClick: () => (votes[day] += 1)}, `${day} (${votes[day]})`)),
    ];
  },
});
