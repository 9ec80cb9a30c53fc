/**
 * Boundary: metrics and health of the calls to Google, and the answers for refusals that a resource does not handle.
 * It decides nothing; no other room uses its types.
 */
@NullMarked
package dev.holdfast.google.boundary;

import org.jspecify.annotations.NullMarked;
