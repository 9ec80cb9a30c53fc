/**
 * Token: refreshes tokens at Google, behind retries and a circuit breaker, and revokes them.
 * It stores no token and decides nothing about grants or accounts.
 */
@NullMarked
package dev.holdfast.google.token;

import org.jspecify.annotations.NullMarked;
