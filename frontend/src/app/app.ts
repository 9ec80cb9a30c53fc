import { Component } from '@angular/core';

@Component({
  selector: 'app-root',
  template: '<h1>Holdfast</h1>',
})
export class App {}
