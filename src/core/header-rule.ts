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

/** Which requests a rule of `SentHeaderRule` is about; what is left out asks for nothing. Registrable domains. */
export interface SentCondition {
  readonly resourceTypes?: readonly ResourceType[];
  /** Every other kind, under whatever names the browser has for them. */
  readonly excludedResourceTypes?: readonly ResourceType[];
  /** The host that is asked, with its subdomains. */
  readonly requestDomains?: readonly string[];
  readonly excludedRequestDomains?: readonly string[];
  /** The page in the tab. */
  readonly topDomains?: readonly string[];
  readonly excludedTopDomains?: readonly string[];
  /** The document that asks: the page, or a frame in it. */
  readonly initiatorDomains?: readonly string[];
  readonly excludedInitiatorDomains?: readonly string[];
}

/** One rule of declarativeNetRequest that sets a header of requests. */
export interface SentHeaderRule {
  /** From 1 to 2^31 - 1. */
  readonly id: number;
  readonly priority: number;
  readonly condition: SentCondition;
  readonly action: {
    readonly type: 'modifyHeaders';
    readonly requestHeaders: readonly { readonly header: string; readonly operation: 'set'; readonly value: string }[];
  };
}
