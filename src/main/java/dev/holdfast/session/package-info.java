/**
 * Session: our own pair of JWTs: issue, rotate, detect reuse, end, and tell every node which sessions have ended.
 * It knows nothing of Google or its tokens.
 */
package dev.holdfast.session;
