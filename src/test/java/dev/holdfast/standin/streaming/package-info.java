/**
 * An API that Google does not have: answers of any length, with and without a length told, and an echo of what was sent.
 */
package dev.holdfast.standin.streaming;
