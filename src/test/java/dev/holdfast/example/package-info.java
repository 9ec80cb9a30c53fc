/**
 * Example: what docs/use.md and the Javadoc of {@code GoogleClients} show, word for word, so that it runs.
 */
package dev.holdfast.example;
