/**
 * Load and cost, measured on demand: closed-loop clients over loopback, figures as ratios to what the same machine does
 * without us. Never part of the build, and no test decides by a figure.
 */
package dev.holdfast.bench;
