/**
 * Token: refreshes and revokes tokens at Google, behind retries and a circuit breaker.
 * It stores no token and decides nothing about grants or accounts.
 */
package dev.holdfast.google.token;
