import { Component, signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { keepFocus } from './kept-focus';

@Component({
  template: `
    <main>
      <h1>Page</h1>
      @if (there()) {
        <section>
          <h2>Part</h2>
          <button id="part">Part</button>
        </section>
      }
      <h2>Below</h2>
      @if (there()) {
        <button id="below">Below</button>
      }
      <p id="end" tabindex="-1">3 files</p>
      @if (there()) {
        <button id="more">More</button>
      }
      <button id="stays">Stays</button>
    </main>
  `,
})
class Page {
  readonly there = signal(true);
  constructor() {
    keepFocus();
  }
}

describe('keepFocus', () => {
  let fixture: ComponentFixture<Page>;
  let page: HTMLElement;

  beforeEach(() => {
    fixture = TestBed.createComponent(Page);
    page = fixture.nativeElement as HTMLElement;
    TestBed.tick();
  });

  function go(): string {
    fixture.componentInstance.there.set(false);
    TestBed.tick();
    return document.activeElement === document.body ? 'lost' : (document.activeElement?.textContent ?? '');
  }

  it.each([
    ['part', 'Page'],
    ['below', 'Below'],
    ['more', '3 files'],
    ['stays', 'Stays'],
  ])('goes from %s to what is nearest above and is still there: %s', (from, to) => {
    page.querySelector<HTMLElement>(`#${from}`)?.focus();
    expect(go()).toBe(to);
  });

  it('leaves the focus alone when the person had left it before', async () => {
    const button = page.querySelector<HTMLElement>('#below');
    button?.focus();
    button?.blur();
    await Promise.resolve();
    expect(go()).toBe('lost');
  });

  it('leaves the focus where it was moved to', () => {
    page.querySelector<HTMLElement>('#below')?.focus();
    page.querySelector<HTMLElement>('#stays')?.focus();
    expect(go()).toBe('Stays');
  });
});
