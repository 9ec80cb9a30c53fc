import { TestBed } from '@angular/core/testing';
import { Session, provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { provideHttpClient } from '@angular/common/http';
import { FolderTrail } from './folder-trail';

describe('FolderTrail', () => {
  let trail: FolderTrail;

  beforeEach(async () => {
    const fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideSession(), fakes.providers] });
    await TestBed.inject(Session).settled();
    trail = TestBed.inject(FolderTrail);
  });

  function names(folder: string): readonly string[] {
    return trail.to(folder).map(({ name }) => name);
  }

  it('tellsTheWayThatThePersonCame', () => {
    trail.enter({ id: 'a', name: 'Archive' }, '');
    trail.enter({ id: 'p', name: 'Photos' }, 'a');
    expect(names('p')).toEqual(['Archive', 'Photos']);
    expect(names('')).toEqual([]);
  });

  it('hasAGeneralNameForAFolderThatWasNotEnteredHere', () => {
    expect(names('deep')).toEqual(['Folder']);
  });

  it('doesNotGoInCircles', () => {
    trail.enter({ id: 'a', name: 'A' }, '');
    trail.enter({ id: 'b', name: 'B' }, 'a');
    trail.enter({ id: 'a', name: 'A' }, 'b');
    expect(names('b')).toEqual(['A', 'B']);
  });

  it('forgetsTheNamesWhenTheSessionEnds', async () => {
    trail.enter({ id: 'a', name: 'Archive' }, '');
    await TestBed.inject(Session).logout();
    TestBed.tick();
    expect(names('a')).toEqual(['Folder']);
  });
});
