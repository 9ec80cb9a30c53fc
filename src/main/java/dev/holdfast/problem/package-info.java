/**
 * Problem: every refusal as RFC 9457 problem JSON with a stable code.
 * It decides nothing; it only says what others decided, and never echoes what came from outside.
 */
package dev.holdfast.problem;
