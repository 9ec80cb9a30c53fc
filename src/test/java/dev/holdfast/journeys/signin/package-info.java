/**
 * The way to Google and back: sign-in, callback, ID token and consent.
 *
 * <p>What becomes of the session afterwards is in {@code session}, of the grant in {@code custody}.
 */
package dev.holdfast.journeys.signin;
