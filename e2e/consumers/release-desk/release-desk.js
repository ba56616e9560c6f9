// A consumer as existing ones are delivered: one compiled classic script that finds everything on the global.
const {React, UI, Icons, Utils, Store, ReactQuery, registerModule} = window.OpenChoreo;
const {Badge, Button, Card, CardContent, CardDescription, CardHeader, CardTitle, Input, Label, Switch} = UI;
const {Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle, DialogTrigger} = UI;
const {Select, SelectContent, SelectItem, SelectTrigger, SelectValue} = UI;
const {Popover, PopoverContent, PopoverTrigger} = UI;
const {Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList} = UI;
const {Table, TableBody, TableCell, TableHead, TableHeader, TableRow} = UI;
const {ClipboardList, MoreHorizontal, Rocket} = Icons;
const {useQuery} = ReactQuery;
const h = React.createElement;

const RELEASES = [
  {name: 'cart 2.4.0', stage: 'Staging', owner: 'Storefront'},
  {name: 'billing 1.9.3', stage: 'Production', owner: 'Payments'},
  {name: 'recommendations 0.7.1', stage: 'Development', owner: 'Discovery'},
];
let context;

function NewRelease({onCreate}) {
  const [isOpen, setOpen] = React.useState(false);
  const [name, setName] = React.useState('');
  const [stage, setStage] = React.useState('dev');
  return h(
    Dialog,
    {open: isOpen, onOpenChange: setOpen},
    h(DialogTrigger, {asChild: true}, h(Button, null, h(Rocket), 'New release')),
    h(
      DialogContent,
      {className: 'sm:max-w-md'},
      h(
        DialogHeader,
        null,
        h(DialogTitle, null, 'New release'),
        h(DialogDescription, null, 'It goes to the environment you choose.'),
      ),
      h(
        'div',
        {className: 'grid gap-4'},
        h(
          'div',
          {className: 'grid gap-2'},
          h(Label, {htmlFor: 'release-name'}, 'Name'),
          h(Input, {id: 'release-name', value: name, onChange: (event) => setName(event.target.value)}),
        ),
        h(
          'div',
          {className: 'grid gap-2'},
          h(Label, {id: 'stage-label'}, 'First environment'),
          h(
            Select,
            {value: stage, onValueChange: setStage},
            h(SelectTrigger, {'aria-labelledby': 'stage-label'}, h(SelectValue)),
            h(
              SelectContent,
              null,
              h(SelectItem, {value: 'dev'}, 'Development'),
              h(SelectItem, {value: 'stage'}, 'Staging'),
              h(SelectItem, {value: 'prod', disabled: true}, 'Production'),
            ),
          ),
        ),
        h(
          'div',
          {className: 'flex justify-end gap-2'},
          h(Button, {variant: 'outline', onClick: () => setOpen(false)}, 'Cancel'),
          h(
            Button,
            {
              disabled: name === '',
              onClick: () => {
                setOpen(false);
                onCreate(`${name} is on its way to ${stage}`);
              },
            },
            'Create',
          ),
        ),
      ),
    ),
  );
}

function Actions({onPick}) {
  const [isOpen, setOpen] = React.useState(false);
  const pick = (action) => {
    setOpen(false);
    onPick(action);
  };
  return h(
    Popover,
    {open: isOpen, onOpenChange: setOpen},
    h(
      PopoverTrigger,
      {asChild: true},
      h(Button, {variant: 'outline', size: 'icon', 'aria-label': 'More actions'}, h(MoreHorizontal)),
    ),
    h(
      PopoverContent,
      {align: 'end', className: 'w-56 p-0', 'aria-label': 'More actions'},
      h(
        Command,
        {label: 'Actions'},
        h(CommandInput, {placeholder: 'Find an action'}),
        h(
          CommandList,
          null,
          h(CommandEmpty, null, 'No such action'),
          h(
            CommandGroup,
            {heading: 'Actions'},
            ...['Approve all', 'Pause releases', 'Export'].map((action) =>
              h(CommandItem, {key: action, onSelect: () => pick(action)}, action),
            ),
          ),
        ),
      ),
    ),
  );
}

function Notes() {
  const [text, setText] = React.useState(() => context.storage.get('notes') ?? '');
  const change = (event) => {
    setText(event.target.value);
    context.storage.set('notes', event.target.value);
  };
  return h(
    'div',
    {className: 'grid gap-2'},
    h(Label, {htmlFor: 'notes'}, 'Notes'),
    h(Input, {id: 'notes', value: text, onChange: change}),
  );
}

function DeskPage() {
  const [toast, setToast] = React.useState('');
  const [stage, setStage] = React.useState('all');
  const [isFrozen, setFrozen] = React.useState(false);
  const perspective = Store.useGlobalStore((state) => state.perspective);
  const {data: releases = []} = useQuery({queryKey: ['release-desk'], queryFn: async () => RELEASES});
  const shown = releases.filter((release) => stage === 'all' || release.stage === stage);
  React.useEffect(() => {
    if (toast === '') return undefined;
    const timer = setTimeout(() => setToast(''), 4000);
    return () => clearTimeout(timer);
  }, [toast]);
  return h(
    'div',
    {className: 'p-6 space-y-6'},
    h(
      'div',
      {className: 'flex flex-wrap items-center gap-3'},
      h(ClipboardList, {className: 'h-6 w-6 text-primary'}),
      h('h1', {className: 'text-3xl font-bold'}, 'Release desk'),
      h(Badge, {variant: 'secondary'}, perspective),
      h(
        'div',
        {className: 'ml-auto flex gap-2'},
        h(NewRelease, {onCreate: setToast}),
        h(Actions, {onPick: (action) => setToast(`${action}: done`)}),
      ),
    ),
    h(
      Card,
      null,
      h(
        CardHeader,
        null,
        h(CardTitle, null, 'Releases'),
        h(CardDescription, null, 'What is on its way, by environment.'),
      ),
      h(
        CardContent,
        {className: 'space-y-4'},
        h(
          'div',
          {className: 'flex flex-wrap items-center justify-between gap-4'},
          h(
            Select,
            {value: stage, onValueChange: setStage},
            h(SelectTrigger, {'aria-label': 'Environment', className: 'w-48'}, h(SelectValue)),
            h(
              SelectContent,
              null,
              h(SelectItem, {value: 'all'}, 'All environments'),
              ...['Development', 'Staging', 'Production'].map((name) => h(SelectItem, {key: name, value: name}, name)),
            ),
          ),
          h(
            'div',
            {className: 'flex items-center gap-2'},
            h(Switch, {id: 'frozen', checked: isFrozen, onCheckedChange: setFrozen}),
            h(Label, {htmlFor: 'frozen'}, 'Freeze'),
          ),
        ),
        h(
          Table,
          {'aria-label': 'Releases'},
          h(
            TableHeader,
            null,
            h(
              TableRow,
              null,
              h(TableHead, null, 'Release'),
              h(TableHead, null, 'Environment'),
              h(TableHead, null, 'Team'),
            ),
          ),
          h(
            TableBody,
            null,
            ...shown.map(({name, stage: where, owner}) =>
              h(
                TableRow,
                {key: name},
                h(TableCell, {className: 'font-medium'}, name),
                h(TableCell, null, h(Badge, {variant: where === 'Production' ? 'default' : 'outline'}, where)),
                h(TableCell, {className: 'text-muted-foreground'}, owner),
              ),
            ),
          ),
        ),
      ),
    ),
    h(
      'p',
      {
        'data-testid': 'theme',
        className: Utils.cn(
          'rounded-lg border p-4 bg-amber-100 text-amber-950',
          'dark:bg-indigo-900 dark:text-indigo-50',
        ),
      },
      isFrozen ? 'Nothing is released now.' : 'Releases go out as they come.',
    ),
    h(Notes),
    toast !== '' &&
      h(
        'div',
        {
          role: 'status',
          className:
            'fixed bottom-4 right-4 z-50 max-w-[calc(100%-2rem)] rounded-lg border bg-popover p-4 text-popover-foreground shadow-lg',
        },
        toast,
      ),
  );
}

function DeskCard() {
  return h(
    'p',
    {
      'data-testid': 'desk-card',
      className: 'rounded-lg p-4 bg-amber-100 text-amber-950 dark:bg-indigo-900 dark:text-indigo-50',
    },
    `${RELEASES.length} releases`,
  );
}

registerModule({
  id: 'release-desk',
  name: 'Release desk',
  version: '1.0.0',
  type: 'third-party',
  routes: [
    {path: '/release-desk', component: DeskPage, label: 'Release desk', icon: 'ClipboardList', perspective: 'all'},
  ],
  dashboard: {cards: [{id: 'desk', component: DeskCard, position: 'top', size: 'small'}]},
  init: async (given) => {
    context = given;
  },
});
