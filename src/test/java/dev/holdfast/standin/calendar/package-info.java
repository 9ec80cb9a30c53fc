/**
 * Calendar v3, as much as a page needs to try it: the list of calendars, and the events of the primary one.
 *
 * <p>Knows no recurrence, no time zones and no other calendars.
 */
package dev.holdfast.standin.calendar;
