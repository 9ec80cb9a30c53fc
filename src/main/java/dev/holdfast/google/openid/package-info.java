/**
 * OpenID: builds authorization requests, exchanges authorization codes and verifies ID tokens.
 * It keeps no state of a sign-in: the caller holds state, nonce and code verifier.
 */
@NullMarked
package dev.holdfast.google.openid;

import org.jspecify.annotations.NullMarked;
