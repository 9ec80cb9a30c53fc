/**
 * The transmitter of security signals (Google's Cross-Account Protection): its configuration, its tokens, correct and forged, and
 * their delivery.
 */
package dev.holdfast.standin.signal;
