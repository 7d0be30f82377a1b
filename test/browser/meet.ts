import type { Page } from 'puppeteer-core';
import type { Act, Outcome } from '#core/outcome.ts';
import type { SiteReport } from '#core/report.ts';
import { WAY_NAMES, type WayName } from '../site/zoo/ways.ts';
import { until } from '../support/until.ts';
import { numberOf, takeWay } from './walk.ts';
import type { World } from './world.ts';

/** What the report says became of a number: how it ended, and how many requests carried it. */
export interface Became {
  readonly is: Outcome['is'];
  readonly carriedBy: number;
}

type Enforced = Extract<Act, { readonly type: 'enforced' }>;

/** What a report says was done about a number. */
export function enforcedOn({ control }: SiteReport, number: string): Enforced | undefined {
  return control.acts.flatMap(({ act }) => (act.type === 'enforced' && act.number === number ? [act] : []))[0];
}

/** What became of a number on a page's site, once the report says so. */
export async function becameOf({ report }: World, page: Page, number: string): Promise<Became> {
  const { outcome } = await until(`what became of ${number}`, async () => enforcedOn(await report(page), number));
  return { is: outcome.is, carriedBy: 'carriedBy' in outcome ? outcome.carriedBy : 0 };
}

/** Takes ways one after the other where numbers are not kept, and waits each time until it is told what became of it. */
export async function meetAll(
  world: World,
  page: Page,
  ways: readonly WayName[] = WAY_NAMES,
): Promise<Readonly<Record<WayName, Became>>> {
  const outcomes = [];
  for (const way of ways) {
    await takeWay(page, world.sites, way);
    outcomes.push([way, await becameOf(world, page, numberOf(world.sites, way).value)] as const);
  }
  return Object.fromEntries(outcomes) as Readonly<Record<WayName, Became>>;
}
