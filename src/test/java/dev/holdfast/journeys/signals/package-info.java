/** Journeys of security signals: what Google reports, and what sessions, grants and accounts do then. */
package dev.holdfast.journeys.signals;
