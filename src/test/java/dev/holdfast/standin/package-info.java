/**
 * A stand-in for Google: its OAuth 2.0 and OpenID Connect endpoints and the part of Drive v3 that Holdfast uses.
 * <p>For the demo and the tests only; it never ships, sends no requests, and keeps everything in memory. This package starts
 * it and routes each call; the packages below it know the shared state, and never each other in a circle.
 */
package dev.holdfast.standin;
