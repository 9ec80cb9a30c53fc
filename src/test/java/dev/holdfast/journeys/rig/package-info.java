/**
 * The tools of every journey: a server in a process of its own, HTTP as a browser or byte by byte, and answers taken apart.
 * <p>Knows no journey and no shared server; tests that share servers get them from {@code stage}.
 */
package dev.holdfast.journeys.rig;
