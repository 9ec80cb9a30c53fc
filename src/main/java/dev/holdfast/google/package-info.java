/**
 * Google: the only wing that talks to Google: discovery, authorization endpoint, token endpoint, revocation, JWKS, Drive
 * and, through the transport that it gives to their clients, any other API. Its root holds the settings, log lines,
 * scopes and rules of the connections that its rooms share.
 * It stores nothing and decides nothing about accounts. A transient failure is an exception inside and a value at its
 * door.
 */
@NullMarked
package dev.holdfast.google;

import org.jspecify.annotations.NullMarked;
