import { Patience } from './model';

/** Choices of the application. */
export interface EngineOptions {
  /** Whether tabs hand each other the access token; otherwise each refreshes for itself, one after another. */
  readonly shareToken: boolean;
  /** Default `PATIENCE`. */
  readonly patience?: Patience;
}
