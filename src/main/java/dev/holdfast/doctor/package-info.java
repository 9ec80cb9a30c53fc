/**
 * Doctor: finds the classic mistakes of an installation, in its settings, its clocks, its keys, its grants and its client at
 * Google, and names the cure. A check changes nothing, and no finding names a person.
 */
@NullMarked
package dev.holdfast.doctor;

import org.jspecify.annotations.NullMarked;
