import type { CardContent } from '#messages/card.ts';
import ground from '#ui/ground.css?inline';
import numbers from '#ui/number.css?inline';
import press from '#ui/press.css?inline';
import { setWords } from '#ui/say.ts';
import tokens from '#ui/tokens.css?inline';
import own from '../../../src/card/card.css?inline';
import { openCard } from '../../../src/card/open.tsx';
import { paperSheet } from '../../../src/card/paper.ts';
import { placeIn } from '../../../src/card/place.ts';
import { domain, UUID } from '../actors.ts';
import { locale, text } from './ask.ts';

/** The card as it stands in somebody's page, with `?scene=` for what it says. */
const GIVEN: CardContent = {
  domain: domain('halden-audio.example'),
  number: UUID,
  expires: new Date(2027, 11, 27, 12).getTime(),
  held: false,
  companies: 0,
};

const SCENES: Readonly<Record<string, CardContent>> = {
  held: { ...GIVEN, held: true, companies: 3 },
  long: {
    ...GIVEN,
    domain: domain('the-very-long-name-of-a-regional-newspaper-that-nobody-can-pronounce.example'),
    number: `eyJ${'kZXZpY2UiOiI5ZjAyYzQ3Z'.repeat(59)}1a44`,
    expires: 'never',
  },
};

setWords(text, locale());
const scene = new URLSearchParams(location.search).get('scene') ?? '';
const place = placeIn(document, paperSheet([tokens, ground, press, numbers, own]));
const theme = new URLSearchParams(location.search).get('theme');
openCard(SCENES[scene] ?? GIVEN, {
  page: document,
  place,
  reach: { answer: async () => Promise.resolve(true), tell: () => {}, gone: () => {} },
});
// The card follows the system's theme; the gallery says which.
const paper = place.root.querySelector<HTMLElement>('.paper');
if (paper !== null && theme !== null) paper.dataset['theme'] = theme;
