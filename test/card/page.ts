import { speakEnglish } from '../ui/english.ts';

/** Fills the page with a site's own markup, its shadow roots (`<template shadow>`) opened. */
export function theirs(html: string): void {
  speakEnglish();
  document.body.innerHTML = html;
  for (const template of document.querySelectorAll<HTMLTemplateElement>('template[shadow]')) {
    const host = template.parentElement;
    const root = host?.attachShadow({ mode: template.getAttribute('shadow') === 'closed' ? 'closed' : 'open' });
    root?.append(template.content.cloneNode(true));
    template.remove();
  }
}

export function find<Found extends Element = HTMLElement>(selector: string, root: ParentNode = document): Found {
  const found = root.querySelector<Found>(selector);
  if (found === null) throw new Error(`not in the page: ${selector}`);
  return found;
}

/** An event that the browser says is a person's. */
export function personal<Made extends Event>(event: Made): Made {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}
