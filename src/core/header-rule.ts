/** A line that is added to a response whose headers meet a rule's condition. */
export interface AppendedLine {
  readonly header: 'set-cookie';
  readonly operation: 'append';
  readonly value: string;
}

/** Which responses a rule is about. */
export interface RuleCondition {
  /** The host and its subdomains. */
  readonly requestDomains: readonly string[];
  /** The beginning of the address, where subdomains are not meant. */
  readonly urlFilter?: string;
  /** Registrable domains of the page in the tab; left out for every page. */
  readonly topDomains?: readonly string[];
  readonly resourceTypes: readonly ResourceType[];
  readonly responseHeaders: readonly { readonly header: 'set-cookie'; readonly values: readonly string[] }[];
}

/**
 * One rule of declarativeNetRequest that takes a cookie out of the responses that bring it: plain data, as the browser
 * is given it and gives it back.
 * @see https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#type-Rule
 */
export interface HeaderRule {
  /** From 1 to 2^31 - 1. */
  readonly id: number;
  readonly priority: number;
  readonly condition: RuleCondition;
  readonly action: { readonly type: 'modifyHeaders'; readonly responseHeaders: readonly AppendedLine[] };
}

/** Every kind of request: a rule that does not name them leaves out pages (`main_frame`). */
export const RESOURCE_TYPES = [
  'main_frame',
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'csp_report',
  'media',
  'websocket',
  'webtransport',
  'webbundle',
  'other',
] as const;

export type ResourceType = (typeof RESOURCE_TYPES)[number];
