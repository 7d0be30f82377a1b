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

/** What a selector finds; there must be something. */
export function find(selector: string, root: ParentNode = document): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`not in the page: ${selector}`);
  return found;
}

/** The first element of a name. */
export function first<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  root: ParentNode = document,
): HTMLElementTagNameMap[Name] {
  const found = root.querySelector(name);
  if (found === null) throw new Error(`not in the page: ${name}`);
  return found;
}

/** An event that the browser says is a person's. */
export function personal<Made extends Event>(event: Made): Made {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}
