import type { PurposeStored, Receipt, ReceiptOutcome } from '#core/receipt.ts';
import type { RuleId, RuleSource } from '#core/visit.ts';
import { RULES } from './rules.ts';

/** Whether anything stays on without consent. */
function isLeftOn(stored: readonly PurposeStored[]): boolean {
  return stored.some(({ is }) => is !== 'granted');
}

function ofRefusal(stored: readonly PurposeStored[], vendorsLeftOn: boolean): readonly RuleId[] {
  return isLeftOn(stored) || vendorsLeftOn
    ? ['refusal-stored-as-consent', 'legitimate-interest-left-on']
    : ['refusal-stored-as-consent'];
}

function rulesOf(outcome: ReceiptOutcome): readonly RuleId[] {
  switch (outcome.is) {
    case 'refused':
    case 'as-chosen':
      return ['refusal-stored-as-consent'];
    case 'refused-but-stored':
    case 'chosen-but-stored': {
      const stored = outcome.is === 'refused-but-stored' ? outcome.stored : outcome.more;
      return ofRefusal(
        stored,
        outcome.vendors.some(({ legitimateInterest }) => (legitimateInterest ?? 0) > 0),
      );
    }
    case 'not-read-back':
      return outcome.why === 'by-default' ? ['consent-without-press'] : [];
    case 'accepted':
    case 'accepted-but-stored':
    case 'answered':
    case 'hidden':
    case 'pay-or-accept':
    case 'left':
    case 'no-banner':
    case 'could-not':
      return [];
  }
}

/** What the outcome of a receipt is measured by, each source once; none where it says nothing of what is stored. */
export function measuresOf({ outcome }: Pick<Receipt, 'outcome'>): readonly RuleSource[] {
  const withdrew = 'takenBack' in outcome && outcome.takenBack.length > 0;
  const rules = [...rulesOf(outcome), ...(withdrew ? (['after-withdrawal'] as const) : [])];
  const sources = rules.flatMap((rule) => RULES[rule]);
  return [...new Map(sources.map((source) => [`${source.name} ${source.part}`, source])).values()];
}
