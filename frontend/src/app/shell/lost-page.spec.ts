import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { lostPage } from './lost-page';

@Component({ template: '' })
class Page {}

describe('lostPage', () => {
  it('isThePageWhoseCodeCannotBeFetchedUntilAnotherIsShown', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'lost', loadComponent: () => Promise.reject(new Error('no such chunk')) },
          { path: '**', component: Page },
        ]),
      ],
    });
    const router = TestBed.inject(Router);
    const lost = TestBed.runInInjectionContext(lostPage);
    await router.navigateByUrl('/here');
    expect(lost()).toBeUndefined();
    await expect(router.navigateByUrl('/lost?q=1')).rejects.toThrow('no such chunk');
    expect(lost()).toBe('/lost?q=1');
    await router.navigateByUrl('/there');
    expect(lost()).toBeUndefined();
  });
});
