import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The moment the report shown was made, in ms since the epoch: dates are written as seen from then. */
export const Now = createContext(0);

export function useNow(): number {
  return useContext(Now);
}
