/**
 * Doctor: finds the classic mistakes of an installation, in its settings, its clocks, its keys, its grants and its client at
 * Google, and names the cure. It only looks: what it finds changes nothing, and it knows nobody by name.
 */
package dev.holdfast.doctor;
