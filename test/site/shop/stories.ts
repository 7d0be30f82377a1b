import { htmlReply, type Reply } from '../exchange.ts';
import { html } from '../html.ts';
import { shopPage, type ShopView } from './layout.ts';

/** One story of the shop. */
interface Story {
  readonly id: string;
  readonly title: string;
  readonly text: readonly string[];
}

const STORIES: readonly Story[] = [
  {
    id: 'the-amp',
    title: 'The amp that would not hum',
    text: [
      'It came back three times. Each time we listened for an hour and heard nothing, which was the complaint: its owner missed the hum.',
      'We wound the transformer a little looser. He wrote a very kind letter.',
    ],
  },
  {
    id: 'the-weir',
    title: 'Why we moved to the weir',
    text: [
      'Water falls past the workshop all day. If you can hear it through a loudspeaker, the loudspeaker is not finished.',
      'In August, when the weir runs low, we go on holiday.',
    ],
  },
  {
    id: 'the-knob',
    title: 'A knob, considered',
    text: [
      'Eleven knobs lay on the bench. Visitors turned all of them and bought the one they turned last.',
      'So we put the heaviest at the end.',
    ],
  },
];

/** `/stories` and each story below it: one document, whose script shows the stories by history changes. */
export function storiesPage(view: ShopView, wanted: string | undefined): Reply | undefined {
  if (wanted !== undefined && STORIES.every(({ id }) => id !== wanted)) return undefined;
  const links = STORIES.map(({ id, title }) => html`<li><a href="/stories/${id}" data-story="${id}">${title}</a></li>`);
  const articles = STORIES.map(
    ({ id, title, text }) =>
      html`<article id="story-${id}" data-title="${title} · Halden Audio" ${id === wanted ? html`` : html`hidden`}>
        <h2>${title}</h2>
        ${text.map((paragraph) => html`<p>${paragraph}</p>`)}
        <p><a href="#top" class="soft">Back to the top</a></p>
      </article>`,
  );
  const title = STORIES.find(({ id }) => id === wanted)?.title ?? 'Stories';
  const content = html`<h1 id="top"><a href="/stories" data-story="">Stories</a></h1>
    <ul class="plain">
      ${links}
    </ul>
    ${articles}
    <script src="/script/stories.js" defer></script>`;
  return htmlReply(shopPage(view, title, content));
}
