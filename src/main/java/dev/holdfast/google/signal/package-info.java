/**
 * Signal: verifies security event tokens (RFC 8417), by which Google and other transmitters report what happened to an
 * account. It does not act on them and keeps nothing but the transmitters' keys.
 */
@NullMarked
package dev.holdfast.google.signal;

import org.jspecify.annotations.NullMarked;
