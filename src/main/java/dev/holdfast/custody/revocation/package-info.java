/**
 * Revocation: keeps revocations until Google has been told of them, for a day at most.
 * It does not know grants: it gets a token and the identity that the token belongs to.
 */
@NullMarked
package dev.holdfast.custody.revocation;

import org.jspecify.annotations.NullMarked;
