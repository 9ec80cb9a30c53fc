/**
 * Servers that journeys share, with their locks, their database and the people who sign in to them.
 *
 * <p>Sets the stage only; what is expected is said by the journeys.
 */
package dev.holdfast.journeys.stage;
