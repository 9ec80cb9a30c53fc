/**
 * Custody: Google grants in safekeeping; hands any server code a Google access token that is never stale.
 * It knows nothing of our own sessions: when Google refuses for good it says so with an event and a value.
 */
package dev.holdfast.custody;
