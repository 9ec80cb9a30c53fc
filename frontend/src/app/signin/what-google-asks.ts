import { Component, input } from '@angular/core';
import { Icon } from '../ui/icon';
import { installation } from '../ui/installation';

/** The questions on Google's page, and their reasons; folded away for people who have seen them. */
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
