/** Journeys of people who ask about their files. */
package dev.holdfast.journeys.gemini;
