/**
 * Health: the names under which rooms report their state, so that dashboards find them in one place.
 * It measures nothing itself; each room brings its own checks and counts its own events.
 */
@NullMarked
package dev.holdfast.health;

import org.jspecify.annotations.NullMarked;
