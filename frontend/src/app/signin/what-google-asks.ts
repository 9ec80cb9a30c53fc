import { Component, input } from '@angular/core';
import { Icon } from '../ui/icon';
import { installation } from '../ui/installation';

/** What Google's page will ask, and why; folded away for those who have seen it. */
@Component({
  selector: 'app-what-google-asks',
  imports: [Icon],
  templateUrl: './what-google-asks.html',
  styleUrl: './what-google-asks.scss',
})
export class WhatGoogleAsks {
  /** Whether it is unfolded at first. */
  readonly open = input.required<boolean>();

  protected readonly installation = installation;
}
