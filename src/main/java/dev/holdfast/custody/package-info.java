/**
 * Custody: Google grants in safekeeping; hands any server code a Google access token that is never stale. Its root holds
 * what all of its rooms know: settings, log lines and whether Google accepts our client.
 * It knows nothing of our own sessions: when Google refuses for good it says so with an event and a value.
 */
@NullMarked
package dev.holdfast.custody;

import org.jspecify.annotations.NullMarked;
