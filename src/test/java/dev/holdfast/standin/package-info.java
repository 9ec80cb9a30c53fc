/**
 * A stand-in for Google: its OAuth 2.0 and OpenID Connect endpoints and the part of Drive v3 that Holdfast uses.
 *
 * <p>For the demo and the tests only; it never ships, talks to nobody, and keeps everything in memory.
 */
package dev.holdfast.standin;
