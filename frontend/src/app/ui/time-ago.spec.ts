import { ComponentFixture, TestBed } from '@angular/core/testing';
import { TimeAgo, timeAgo } from './time-ago';

const NOW = Date.parse('2026-03-03T10:00:00Z');

describe('timeAgo', () => {
  it.each([
    ['2026-03-03T10:00:00Z', 'less than a minute ago'],
    ['2026-03-03T09:59:20Z', 'less than a minute ago'],
    ['2026-03-03T10:00:04Z', 'less than a minute ago'],
    ['2026-03-03T10:00:40Z', 'in less than a minute'],
    ['2026-03-03T10:01:40Z', 'in 1 min.'],
    ['2026-03-03T09:58:00Z', '2 min. ago'],
    ['2026-03-03T07:00:00Z', '3 hr. ago'],
    ['2026-03-02T09:00:00Z', 'yesterday'],
    ['2026-03-05T10:00:00Z', 'in 2 days'],
    ['yesterday', ''],
  ])('of %s is %s', (at, words) => {
    expect(timeAgo(at, NOW, 'en')).toBe(words);
  });

  it.each([
    [new Date(2026, 2, 1, 20), '2 days ago'],
    [new Date(2026, 2, 2, 0, 1), 'yesterday'],
    [new Date(2026, 2, 4, 23, 59), 'tomorrow'],
    [new Date(2026, 2, 5, 0, 1), 'in 2 days'],
  ])('counts the days of the calendar: %s is %s', (at, words) => {
    expect(timeAgo(at.toISOString(), new Date(2026, 2, 3, 10).getTime(), 'en')).toBe(words);
  });

  it('is a date from a week on', () => {
    expect(timeAgo('2026-02-01T10:00:00Z', NOW, 'en')).toContain('Feb 1, 2026');
  });

  it('follows the locale', () => {
    expect(timeAgo('2026-03-03T07:00:00Z', NOW, 'de')).toBe('vor 3 Std.');
  });
});

describe('TimeAgo', () => {
  let fixture: ComponentFixture<TimeAgo>;
  let element: HTMLElement;

  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
    fixture = TestBed.createComponent(TimeAgo);
    fixture.componentRef.setInput('at', '2026-03-03T09:58:00Z');
    element = fixture.nativeElement as HTMLElement;
    fixture.detectChanges();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('says the exact moment, with its time zone, to those who point and to those who listen', () => {
    const time = element.querySelector('time');
    expect(time?.getAttribute('datetime')).toBe('2026-03-03T09:58:00Z');
    expect(time?.title).toMatch(/Tue.*March.*2026.*58:00.*(UTC|GMT|[A-Z]{2,})/);
    expect(time?.textContent).toContain(time?.title);
  });

  it('touches the document only when it says something else', async () => {
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(element, { subtree: true, childList: true, characterData: true, attributes: true });
    await vi.advanceTimersByTimeAsync(45_000);
    fixture.detectChanges();
    expect([...changes, ...observer.takeRecords()]).toEqual([]);
    await vi.advanceTimersByTimeAsync(30_000);
    fixture.detectChanges();
    expect(element.textContent).toContain('3 min. ago');
    observer.disconnect();
  });
});
