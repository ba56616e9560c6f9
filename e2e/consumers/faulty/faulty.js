// A consumer whose parts fail: while they render, in an effect, in a handler.
const {React, UI, registerModule} = window.OpenChoreo;
const h = React.createElement;

const fail = (where) => {
  throw new Error(`failed in ${where}`);
};

function InRender() {
  return fail('rendering');
}

function InEffect() {
  React.useEffect(() => fail('an effect'), []);
  return h('h1', null, 'Fails a moment later');
}

function InHandler() {
  const [presses, setPresses] = React.useState(0);
  const press = () => {
    setPresses(presses + 1);
    fail('a handler');
  };
  return h('div', null, h('h1', null, 'Handler'), h(UI.Button, {onClick: press}, `Pressed ${presses} times`));
}

registerModule({
  id: 'faulty',
  name: 'Faulty',
  version: '1.0.0',
  routes: [
    {path: '/faulty/render', component: InRender, label: 'Render'},
    {path: '/faulty/effect', component: InEffect, label: 'Effect'},
    {path: '/faulty/handler', component: InHandler, label: 'Handler'},
  ],
  dashboard: {cards: [{id: 'broken', component: InRender, position: 'top', size: 'small'}]},
});
