import { filled, plain } from './say.ts';

/** The texts of Global Privacy Control. */
export const gpcWords = {
  head: plain('gpcHead'),
  forAll: plain('gpcForAll'),
  forAllSays: plain('gpcForAllSays'),
  here: plain('gpcHere'),
  hereSays: plain('gpcHereSays'),
  switchHere: plain('gpcSwitchHere'),
  saidHere: plain('gpcSaidHere'),
  saidAll: plain('gpcSaidAll'),
  notSaidHere: plain('gpcNotSaidHere'),
  notSaidAll: plain('gpcNotSaidAll'),
  inPrivate: plain('gpcInPrivate'),
  statesHead: plain('gpcStatesHead'),
  on: plain('gpcOn'),
  off: plain('gpcOff'),
  asAllOn: plain('gpcAsAllOn'),
  asAllOff: plain('gpcAsAllOff'),
  lookUp: plain('gpcLookUp'),
  lookUpDoes: plain('gpcLookUpDoes'),
  underWay: plain('gpcUnderWay'),
  follows: plain('gpcFollows'),
  followsNot: plain('gpcFollowsNot'),
  since: filled('gpcSince', 'what', 'day'),
  came: {
    missing: plain('gpcMissing'),
    elsewhere: plain('gpcElsewhere'),
    unreadable: plain('gpcUnreadable'),
    unanswered: plain('gpcUnanswered'),
  },
} as const;
