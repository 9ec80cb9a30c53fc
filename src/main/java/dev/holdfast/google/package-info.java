/**
 * Google: the only room that talks to Google: discovery, authorization endpoint, token endpoint, revocation, JWKS, Drive.
 * It keeps nothing and decides nothing about accounts; transient trouble is an exception inside and a value at its door.
 */
package dev.holdfast.google;
