/**
 * Attacks: other websites, forged and tossed cookies, malformed requests, a changed database, floods of log lines.
 *
 * <p>Attacks that belong to one subject, such as a stolen refresh token, are with that subject.
 */
package dev.holdfast.journeys.attack;
