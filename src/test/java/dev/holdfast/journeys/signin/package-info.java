/**
 * The way to Google and back: sign-in, callback, ID token and consent.
 * <p>The later life of the session is in {@code session}, that of the grant in {@code custody}.
 */
package dev.holdfast.journeys.signin;
