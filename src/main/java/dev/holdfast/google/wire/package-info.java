/**
 * Wire: the only HTTP connections to Google, with their deadlines, allowed origins, limits and measured calls.
 * It knows no protocol above HTTP: what an answer means is decided in the rooms above it.
 */
@NullMarked
package dev.holdfast.google.wire;

import org.jspecify.annotations.NullMarked;
