import type { Page } from 'puppeteer-core';

/** The words on a page that a control lies over, each with the control's; neither what scrolls under a bar nor a control’s own label is. */
export async function coveredWords(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const ancestors = (of: Element): readonly Element[] =>
      of.parentElement === null ? [of] : [of, ...ancestors(of.parentElement)];
    /** What moves together lies in one of these. */
    const scroller = (element: Element): Element | undefined =>
      ancestors(element).find((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowY));
    const clips = (element: Element): boolean => getComputedStyle(element).overflowX !== 'visible';

    const controls = [...document.querySelectorAll('button, select, input')]
      .filter((control) => control.checkVisibility())
      .map((control) => ({ control, box: control.getBoundingClientRect(), within: scroller(control) }));

    const covered: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() !== null) {
      const text = texts.currentNode;
      const parent = text.parentElement;
      if (parent === null || (text.textContent ?? '').trim() === '' || !parent.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const frames = ancestors(parent)
        .filter(clips)
        .map((element) => element.getBoundingClientRect());
      for (const line of range.getClientRects()) {
        const left = Math.max(line.left, ...frames.map((frame) => frame.left));
        const right = Math.min(line.right, ...frames.map((frame) => frame.right));
        const over = controls.find(
          ({ control, box, within }) =>
            within === scroller(parent) &&
            !(control.closest('label') ?? control).contains(parent) &&
            Math.min(right, box.right) - Math.max(left, box.left) > 1 &&
            Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top) > 1,
        );
        if (over !== undefined) covered.push(`${text.textContent} under ${over.control.textContent}`);
      }
    }
    return covered;
  });
}
