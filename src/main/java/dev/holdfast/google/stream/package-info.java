/**
 * Stream: asks and changes the configuration of the stream of security signals that Google sends (RISC stream management API).
 * It runs only when an administrator asks, and keeps neither the key of the service account nor a token made with it.
 */
@NullMarked
package dev.holdfast.google.stream;

import org.jspecify.annotations.NullMarked;
