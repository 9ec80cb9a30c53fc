/**
 * Health: the names under which rooms report their state, so that dashboards find them in one place.
 * It measures nothing itself; each room brings its own checks and counts its own events.
 */
package dev.holdfast.health;
