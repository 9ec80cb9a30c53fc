const WORDS: Readonly<Record<string, string>> = {
  max_tokens: $localize`:@@drive.ask.end.max-tokens:The answer is cut off here because it became too long. Ask about a smaller part.`,
  safety: $localize`:@@drive.ask.end.safety:Google’s safety filters stopped this answer. Asking in other words may help.`,
  recitation: $localize`:@@drive.ask.end.recitation:The answer stops here because it would have repeated somebody else’s text word for word.`,
};

/**
 * Returns what to say about the end of an answer, by the server's `finish_reason`; nothing if the answer is whole.
 */
export function endWords(reason: string, hasText: boolean): string | undefined {
  if (reason === '') return undefined;
  if (reason === 'stop')
    return hasText ? undefined : $localize`:@@drive.ask.end.empty:Gemini gave no answer. Ask in other words.`;
  return Object.hasOwn(WORDS, reason)
    ? WORDS[reason]
    : $localize`:@@drive.ask.end.other:Gemini ended the answer here and did not say why.`;
}
