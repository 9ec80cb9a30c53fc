/**
 * The transmitter of security signals (Google's Cross-Account Protection): its configuration, its tokens, correct and forged, and
 * their delivery, and the management of the stream.
 */
package dev.holdfast.standin.signal;
