/**
 * Sign-in: the trip to Google and back (OpenID Connect authorization code flow with PKCE). It ends with a known account,
 * a stored grant and a started session. It keeps nothing on the server while the person is away, and calls Google only
 * through the room {@code google}.
 */
@NullMarked
package dev.holdfast.signin;

import org.jspecify.annotations.NullMarked;
