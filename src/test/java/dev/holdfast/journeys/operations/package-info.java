/**
 * Running a server: start, settings, restart, health, an unreachable database, TLS and a proxy in front.
 *
 * <p>What the build leaves is in {@code shipped}; what servers report is in {@code telemetry}.
 */
package dev.holdfast.journeys.operations;
