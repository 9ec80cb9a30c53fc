/**
 * Settings: how a setting is read, bounded and refused, and in which order the application starts.
 * Of the settings of rooms it knows only the two that all share: the public URL and the clock.
 */
@NullMarked
package dev.holdfast.settings;

import org.jspecify.annotations.NullMarked;
