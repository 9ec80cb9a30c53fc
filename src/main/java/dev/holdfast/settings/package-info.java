/**
 * Settings: how a setting is read, bounded and refused, and in which order the application starts.
 * It knows no room's settings but the two that all share: the public URL and the clock.
 */
package dev.holdfast.settings;
