/**
 * The authorization endpoint and its pages: choosing a person, consent, and the way back to the client.
 *
 * <p>Hands out codes only; tokens are in {@code token}.
 */
package dev.holdfast.standin.authorization;
