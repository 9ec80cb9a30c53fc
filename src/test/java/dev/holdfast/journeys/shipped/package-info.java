/**
 * The results of the build: archives, and lists of parts with their licences.
 * <p>Reads files only; no server is started.
 */
package dev.holdfast.journeys.shipped;
