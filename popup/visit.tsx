import type { SiteReport } from '#core/report.ts';
import { Block } from '#ui/fact.tsx';
import { Findings, hasVisitNews, StoredPurposes, VisitTime, VisitWhen } from '#ui/visit.tsx';
import { visitWords } from '#ui/words-visit.ts';

/** This visit, where anything in it has to do with a choice: its time line, what was found, and what is stored now. */
export function VisitParts({ of: { visit } }: { readonly of: SiteReport }) {
  if (visit === null || !hasVisitNews(visit)) return null;
  return (
    <>
      <Block id="visit" head={visitWords.head()} aside={<VisitWhen of={visit} />}>
        <VisitTime of={visit} id="visit-list" />
      </Block>
      <Block id="findings" head={visitWords.findingsHead()}>
        <Findings of={visit} />
      </Block>
      {visit.stored.length > 0 && (
        <Block id="stored-choice" head={visitWords.storedHead()}>
          <StoredPurposes of={visit.stored} />
        </Block>
      )}
    </>
  );
}
