const {React, UI, Icons, Utils, Store, registerModule} = window.OpenChoreo;
const {Badge, Button, Card, CardContent, CardDescription, CardHeader, CardTitle, Input, Label} = UI;
const {Snowflake} = Icons;

export const MODULE_ID = 'deploy-freeze';

/** What both the page and the card show; the module is loaded once. */
let announcement = '';
const listeners = new Set();
function useAnnouncement() {
  return React.useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => announcement,
  );
}
function announce(text) {
  announcement = text;
  listeners.forEach((listener) => listener());
}

function FreezePage() {
  const [text, setText] = React.useState('');
  const current = useAnnouncement();
  const perspective = Store.useGlobalStore((state) => state.perspective);
  return (
    <div className="p-6 space-y-6">
      <div className="flex items-center gap-3">
        <Snowflake className="h-6 w-6 text-primary" />
        <h1 className="text-3xl font-bold">Deploy freeze</h1>
        <Badge variant="secondary">{perspective}</Badge>
      </div>
      <Card>
        <CardHeader>
          <CardTitle>Announce a freeze</CardTitle>
          <CardDescription>Everybody sees it on the dashboard.</CardDescription>
        </CardHeader>
        <CardContent className="grid gap-4 md:grid-cols-2">
          <div className="space-y-2">
            <Label htmlFor="freeze-reason">Reason</Label>
            <Input id="freeze-reason" value={text} onChange={(event) => setText(event.target.value)} />
          </div>
          <div className="flex items-end gap-2">
            <Button disabled={text === ''} onClick={() => announce(text)}>
              Announce
            </Button>
            <Button variant="outline" onClick={() => announce('')}>
              Lift
            </Button>
          </div>
        </CardContent>
      </Card>
      <p data-testid="freeze" className={Utils.cn('text-sm', current ? 'text-destructive' : 'text-muted-foreground')}>
        {current ? `Frozen: ${current}` : 'Nothing is frozen.'}
      </p>
    </div>
  );
}

function FreezeCard() {
  const current = useAnnouncement();
  return <p className="p-2 text-sm text-muted-foreground">{current ? `Frozen: ${current}` : 'Nothing is frozen.'}</p>;
}

registerModule({
  id: MODULE_ID,
  name: 'Deploy freeze',
  version: '1.0.0',
  type: 'third-party',
  routes: [
    {path: '/deploy-freeze', component: FreezePage, label: 'Deploy freeze', icon: 'Snowflake', perspective: 'both'},
  ],
  dashboard: {cards: [{id: 'freeze', component: FreezeCard, position: 'top', size: 'small'}]},
  init: async (context) => {
    await context.storage.set('seen', true);
  },
});
