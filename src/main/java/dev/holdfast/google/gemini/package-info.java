/**
 * Gemini: the calls of Google's model that Holdfast makes, each answered by a value, and the settings for them.
 * It repeats no call, and neither keeps nor logs what is asked, read or answered.
 */
@NullMarked
package dev.holdfast.google.gemini;

import org.jspecify.annotations.NullMarked;
