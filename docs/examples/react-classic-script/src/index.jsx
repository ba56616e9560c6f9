const {React, UI, Icons, registerModule} = window.OpenChoreo;
const {Button, Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle, DialogTrigger} = UI;
const {PhoneCall} = Icons;

const PEOPLE = ['Ada', 'Grace', 'Edsger'];

function OnCallPage() {
  const [index, setIndex] = React.useState(0);
  return (
    <div className="p-6 space-y-4">
      <h1 className="flex items-center gap-2 text-2xl font-semibold">
        <PhoneCall className="h-5 w-5" /> On call
      </h1>
      <p className="rounded-lg border bg-card p-4 text-card-foreground">{PEOPLE[index]} is on call.</p>
      <Dialog>
        <DialogTrigger asChild>
          <Button>Hand over</Button>
        </DialogTrigger>
        <DialogContent>
          <DialogHeader>
            <DialogTitle>Hand over</DialogTitle>
            <DialogDescription>The next in the list takes the phone.</DialogDescription>
          </DialogHeader>
          <Button onClick={() => setIndex((index + 1) % PEOPLE.length)}>
            To {PEOPLE[(index + 1) % PEOPLE.length]}
          </Button>
        </DialogContent>
      </Dialog>
    </div>
  );
}

registerModule({
  id: 'on-call',
  name: 'On call',
  version: '1.0.0',
  type: 'dashboard',
  routes: [{path: '/on-call', component: OnCallPage, label: 'On call', icon: 'PhoneCall', perspective: 'all'}],
  init: async () => {},
  destroy: () => {},
});
