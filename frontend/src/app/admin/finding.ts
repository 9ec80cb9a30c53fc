/** A finding of a check-up as the server sends it: `detail` and `cure` in English, without a full stop. */
export interface Finding {
  readonly check: string;
  readonly verdict: string;
  readonly outcome?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly detail: string;
  readonly cure: string;
}

/** The same two texts in the language of the page. */
export interface FindingText {
  readonly detail: string;
  readonly cure?: string;
}

/** Makes the text of a finding from the values that the server sends with it. */
export type FindingWords = (value: (name: string) => string) => FindingText;

/** The cure where only time helps. */
export const AGAIN = $localize`:@@admin.cure.again:Check again later`;
