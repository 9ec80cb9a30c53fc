/**
 * Gemini, as much as a question about a document needs: {@code streamGenerateContent}.
 *
 * <p>It understands nothing: it says what it was sent, and ends as its switch says.
 */
package dev.holdfast.standin.gemini;
