/**
 * The consent of people: clients, scopes, authorization codes, grants and their tokens.
 * <p>Holds state and rules only; no request is answered here.
 */
package dev.holdfast.standin.grant;
