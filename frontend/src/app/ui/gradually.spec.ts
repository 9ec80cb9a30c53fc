import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { gradually } from './gradually';

describe('gradually', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

  it('showsTheFirstAtOnceAndInTheEndAllInOrder', async () => {
    const items = signal<readonly number[]>(numbers(20));
    const shown = TestBed.runInInjectionContext(() => gradually(items));
    expect(shown()).toEqual(numbers(8));
    await vi.waitFor(() => {
      TestBed.tick();
      expect(shown()).toEqual(numbers(20));
    });
    items.set(numbers(30));
    await vi.waitFor(() => {
      TestBed.tick();
      expect(shown()).toEqual(numbers(30));
    });
  });

  it('beginsAnewWithAnotherList', async () => {
    const items = signal<readonly number[]>(numbers(20));
    const shown = TestBed.runInInjectionContext(() => gradually(items));
    await vi.waitFor(() => {
      TestBed.tick();
      expect(shown().length).toBe(20);
    });
    items.set([]);
    TestBed.tick();
    items.set(numbers(20));
    expect(shown()).toEqual(numbers(8));
  });
});
