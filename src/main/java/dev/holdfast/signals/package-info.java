/**
 * Signals: receives what Google reports about accounts and their tokens, keeps it until it is worked on, and makes sessions,
 * grants and accounts follow. It knows both kinds of sessions, and decides nothing that a person asks for.
 */
@NullMarked
package dev.holdfast.signals;

import org.jspecify.annotations.NullMarked;
