/**
 * What the build leaves: archives, and lists of parts with their licences.
 *
 * <p>Reads files only; no server is started.
 */
package dev.holdfast.journeys.shipped;
