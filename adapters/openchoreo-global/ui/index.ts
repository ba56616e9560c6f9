import {Badge} from './badge.tsx';
import {Button} from './button.tsx';
import {Card, CardContent, CardDescription, CardHeader, CardTitle} from './card.tsx';
import {Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList} from './command.tsx';
import {Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle, DialogTrigger} from './dialog.tsx';
import {Input} from './input.tsx';
import {Label} from './label.tsx';
import {Popover, PopoverContent, PopoverTrigger} from './popover.tsx';
import {Select, SelectContent, SelectItem, SelectTrigger, SelectValue} from './select.tsx';
import {Switch} from './switch.tsx';
import {Table, TableBody, TableCell, TableHead, TableHeader, TableRow} from './table.tsx';

/** The components of `window.OpenChoreo.UI`, all of them. */
export const UI = {
  Button,
  Badge,
  Input,
  Label,
  Switch,
  Card,
  CardContent,
  CardDescription,
  CardHeader,
  CardTitle,
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
  Command,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
  Popover,
  PopoverContent,
  PopoverTrigger,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} as const;
