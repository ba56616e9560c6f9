import * as z from 'zod/mini';
import {LOG_LEVELS, type LogLevel, type LogLine} from './log-line.ts';

// What the observer answers, as it comes. Fetched with the first such answer.

const text = z.optional(z.string());

const entry = z.object({
  timestamp: z.string().check(z.refine((value) => !Number.isNaN(Date.parse(value)))),
  log: z.string(),
  level: text,
  metadata: z.optional(
    z.object({
      componentName: text,
      projectName: text,
      environmentName: text,
      podName: text,
      containerName: text,
    }),
  ),
});

export const logsAnswer = z.object({logs: z.array(entry), total: z.optional(z.number())});

export function toLine({timestamp, log, level, metadata = {}}: z.infer<typeof entry>): LogLine {
  const {componentName, projectName, environmentName, podName, containerName} = metadata;
  const known = toLevel(level);
  return {
    timestamp,
    text: log,
    ...(known && {level: known}),
    ...(projectName !== undefined && {project: projectName}),
    ...(componentName !== undefined && {component: componentName}),
    ...(environmentName !== undefined && {environment: environmentName}),
    ...(podName !== undefined && {pod: podName}),
    ...(containerName !== undefined && {container: containerName}),
  };
}

/** Containers write levels as they like. */
function toLevel(level = ''): LogLevel | undefined {
  const word = level.toUpperCase();
  return LOG_LEVELS.find((known) => known === word) ?? ALIASES[word];
}

const ALIASES: Readonly<Record<string, LogLevel>> = {
  WARNING: 'WARN',
  FATAL: 'ERROR',
  CRITICAL: 'ERROR',
  TRACE: 'DEBUG',
};
