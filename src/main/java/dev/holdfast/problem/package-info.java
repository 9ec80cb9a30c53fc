/**
 * Problem: every refusal as RFC 9457 problem JSON with a stable code.
 * It only reports what other rooms decided, and never echoes input from outside.
 */
@NullMarked
package dev.holdfast.problem;

import org.jspecify.annotations.NullMarked;
