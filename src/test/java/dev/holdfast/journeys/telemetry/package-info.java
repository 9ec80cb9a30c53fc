/**
 * The reports of a server to its operators: metrics, traces and request ids, and that no secret is in any of them.
 * <p>Looks at what leaves the server; alerts and dashboards have unit tests.
 */
package dev.holdfast.journeys.telemetry;
