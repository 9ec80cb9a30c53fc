/**
 * Problem: every refusal as RFC 9457 problem JSON with a stable code.
 * It only reports what other rooms decided, and never echoes input from outside.
 */
package dev.holdfast.problem;
