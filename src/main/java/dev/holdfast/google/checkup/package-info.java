/**
 * Checkup: asks Google what an operator wants to know of this installation.
 * It changes nothing at Google and runs only when an operator asks.
 */
@NullMarked
package dev.holdfast.google.checkup;

import org.jspecify.annotations.NullMarked;
