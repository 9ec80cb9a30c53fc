/**
 * Sign-in: the trip to Google and back (OpenID Connect authorization code flow with PKCE), and what stands at its end:
 * an account recognised, a grant in custody, a session started.
 * It keeps nothing on the server while the person is away, and speaks to Google only through its room.
 */
package dev.holdfast.signin;
