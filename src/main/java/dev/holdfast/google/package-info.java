/**
 * Google: the only wing that talks to Google: discovery, authorization endpoint, token endpoint, revocation, JWKS, Drive,
 * and any other API, over the transport it gives to their clients. Its root holds what all of its rooms know: settings,
 * log lines and scopes.
 * It keeps nothing and decides nothing about accounts; transient trouble is an exception inside and a value at its door.
 */
package dev.holdfast.google;
