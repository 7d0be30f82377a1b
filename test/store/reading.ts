import type { EventLine, SiteReport } from '#core/report.ts';

/** The record's lines as a person would read them aloud, oldest first. */
export function told(report: SiteReport): readonly string[] {
  return report.events.map(reading).toReversed();
}

function reading(line: EventLine): string {
  switch (line.type) {
    case 'visit':
      return `visit ${line.section}`;
    case 'search':
      return `search ${line.term}`;
    case 'order':
      return `order ${line.reference ?? 'without a number'}`;
    case 'request':
      return `request to ${line.recipient} with ${line.carried.map(({ name, as }) => `${name} (${as})`).join(', ')}`;
    case 'told':
      return `told ${line.told.vendor?.name ?? line.recipient}: ${line.told.events.map(({ name }) => name).join(', ')}`;
    case 'banner':
      return `banner of ${line.receipt.cmp}: ${line.receipt.outcome.is}`;
    case 'given':
      return `${line.how}: ${line.kinds.join(', ')}${line.target === null ? '' : ` to ${line.target}`}`;
    case 'number-gone':
      return `${line.name} gone: ${line.cause}`;
    case 'number-set':
    case 'number-renewed':
    case 'number-replaced':
    case 'number-found':
      return `${line.name} ${line.type.slice('number-'.length)}`;
  }
}

/** The number the site knows the person by. */
export function first(report: SiteReport): SiteReport['numbers'][number] {
  const [number] = report.numbers;
  if (number === undefined) throw new Error('the site has no number');
  return number;
}
