import { describe } from 'vitest';
import { fakeStorage } from './keyed-storage.ts';
import { keepsToTheStorageContract } from './keyed-storage.contract.ts';

describe('the storage that tests bring', () => {
  keepsToTheStorageContract(async () => fakeStorage());
});
