/**
 * Telemetry: the request id that connects a trace with its log lines, and the data that may leave the server.
 * It knows no other room but settings, and decides only what operators may see.
 */
@NullMarked
package dev.holdfast.telemetry;

import org.jspecify.annotations.NullMarked;
