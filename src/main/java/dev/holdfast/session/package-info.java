/**
 * Session: our own pair of JWTs: issue, rotate, detect reuse, end, and tell every node which sessions have ended.
 * It knows nothing of Google or its tokens.
 */
@NullMarked
package dev.holdfast.session;

import org.jspecify.annotations.NullMarked;
