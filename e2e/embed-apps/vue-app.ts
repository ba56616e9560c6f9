import {createApp, defineComponent, h, ref} from 'vue';

/** A Vue app somebody else wrote; its page has the portal's script tag. */
const App = defineComponent(() => {
  const project = ref('storefront');
  return () => [
    h('h1', 'A Vue app'),
    h('button', {onClick: () => (project.value = 'payments')}, 'Payments'),
    h('analytics-widget', {project: project.value, namespace: 'acme'}),
  ];
});

createApp(App).mount('#root');
