import type {SearchHandler} from '@openchoreo/portal-contract';
import {REPORT_IDS} from '../utils/report-ids.ts';

/** Reports whose title or description has all the words, those with a match in the title first. */
export const findReports: SearchHandler = (text, {host: {messages}}) => {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const has = (sentence: string): boolean => words.every((word) => sentence.toLocaleLowerCase().includes(word));
  const reports = REPORT_IDS.map((id) => ({
    id,
    title: messages.text(`report.${id}.title`),
    subtitle: messages.text(`report.${id}.text`),
  }));
  return reports
    .filter(({title, subtitle}) => has(`${title} ${subtitle}`))
    .sort((a, b) => Number(has(b.title)) - Number(has(a.title)))
    .map(({id, title, subtitle}) => ({title, subtitle, path: `/analytics/reports/${id}`}));
};
