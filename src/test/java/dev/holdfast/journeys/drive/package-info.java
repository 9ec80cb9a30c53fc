/**
 * Files of a person: list, search and download.
 *
 * <p>Covers requests that have a session; refreshes of the Google token are in {@code custody}.
 */
package dev.holdfast.journeys.drive;
