/**
 * Telemetry: what a trace and a log line of one request have in common, and what of it may leave the server.
 * It knows no other room but settings, and decides nothing but what operators may see.
 */
package dev.holdfast.telemetry;
