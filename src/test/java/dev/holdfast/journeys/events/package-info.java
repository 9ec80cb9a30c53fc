/** Journeys of pages that listen to what happens to their session and their grant. */
package dev.holdfast.journeys.events;
