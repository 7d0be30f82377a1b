import type { SwitchedOff } from './change.ts';

/** What the behaviours of Global Privacy Control test. */
export const OF_GPC: readonly SwitchedOff[] = [
  {
    off: 'no rule says Sec-GPC',
    fails: [
      'is said with every request and in every frame once it is on, also after the background was stopped',
      'is still said after the browser was closed and started again',
      'is off on one site and on for all others, and the other way round',
      'is not carried over a redirect to a site where it is off',
      'does not reach workers, whose requests say it all the same',
      'is chosen on the page of a site and in settings, where each says what holds',
    ],
    edits: [
      {
        file: 'src/background/control/gpc.ts',
        find: 'compileGpcRules(preference, ruleAbilities()));',
        put: 'compileGpcRules(preference, ruleAbilities()).slice(2));',
      },
    ],
  },
  {
    off: 'Sec-GPC and its property are on from the beginning',
    fails: ['is said to nobody until it is chosen'],
    edits: [
      {
        file: 'src/store/gpc.ts',
        find: "everyone: fields['everyone'] === true",
        put: "everyone: fields['x'] !== true",
      },
    ],
  },
  {
    off: 'no page is told of Global Privacy Control',
    fails: [
      'is said with every request and in every frame once it is on, also after the background was stopped',
      'is off on one site and on for all others, and the other way round',
      'looks like an attribute of the browser’s own',
    ],
    edits: [
      {
        file: 'src/background/control/gpc.ts',
        find: 'gpcScripts(preference, file)',
        put: 'gpcScripts(preference, file).slice(1)',
      },
    ],
  },
  {
    off: 'the rest of a page’s requests goes by nothing',
    fails: ['is off on one site and on for all others, and the other way round'],
    edits: [
      {
        file: 'src/enforce/gpc-rules.ts',
        find: "...about(topDomains ? 'Top' : 'Initiator', sites, everyone),",
        put: "...about(topDomains ? 'Top' : 'Initiator', sites.slice(sites.length), true),",
      },
    ],
  },
  {
    off: 'the switch in the popup does the contrary',
    fails: ['is switched in the popup, which asks the site what it states at a press alone'],
    edits: [{ file: 'popup/gpc.tsx', find: 'gpcChoiceFor(of, !of.on)', put: 'gpcChoiceFor(of, of.on)' }],
  },
  {
    off: 'what a site states is looked up without a press',
    fails: ['of a site is looked up at a press alone, and said to be stated'],
    edits: [
      {
        file: 'src/background/answer.ts',
        find: '    gpc: gpc.read,',
        put: "    gpc: async () => {\n      for (const site of await disk.tables.all('sites')) await gpc.lookUp(site.domain).catch(() => null);\n      return await gpc.read();\n    },",
      },
    ],
  },
];
