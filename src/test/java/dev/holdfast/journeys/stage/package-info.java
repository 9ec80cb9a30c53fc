/**
 * Servers that journeys share, with their locks, their database and the people who sign in to them.
 * <p>Prepares the stage only; the journeys say what is expected.
 */
package dev.holdfast.journeys.stage;
