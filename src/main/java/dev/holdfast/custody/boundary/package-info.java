/**
 * Boundary: the caller's own grant over HTTP, and metrics and health of custody.
 * It decides nothing and shows no token; no other room uses its types.
 */
@NullMarked
package dev.holdfast.custody.boundary;

import org.jspecify.annotations.NullMarked;
