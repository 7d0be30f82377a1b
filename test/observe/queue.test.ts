import { describe, expect, it } from 'vitest';
import { startQueue } from '#observe/queue.ts';

describe('what is put into the queue', () => {
  it('runs one after the other, in order, however long each takes', async () => {
    const queue = startQueue();
    const done: string[] = [];
    const slow = queue.add(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      done.push('slow');
    });
    const quick = queue.add(() => done.push('quick'));
    expect(done).toEqual([]);
    await Promise.all([slow, quick]);
    expect(done).toEqual(['slow', 'quick']);
  });

  it('gives back its own result or its own failure, and a failure does not stop the next', async () => {
    const queue = startQueue();
    const failing = queue.add(() => Promise.reject(new Error('no jar')));
    const thrown = queue.add(() => {
      throw new Error('a bug');
    });
    const next = queue.add(() => 'kept');
    await expect(failing).rejects.toThrow('no jar');
    await expect(thrown).rejects.toThrow('a bug');
    expect(await next).toBe('kept');
  });
});
