/**
 * Gemini: answers questions about a person's files in Drive with Google's model. It decides what may be asked and how much;
 * drive opens the file and google asks the model. Questions, documents and answers are neither kept nor logged.
 */
@NullMarked
package dev.holdfast.gemini;

import org.jspecify.annotations.NullMarked;
