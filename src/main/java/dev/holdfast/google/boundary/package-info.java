/**
 * Boundary: metrics and health of the calls to Google, and the answers for refusals that a resource lets pass.
 * It decides nothing; no other room uses its types.
 */
package dev.holdfast.google.boundary;
