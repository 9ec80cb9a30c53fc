@NullMarked
package dev.holdfast.telemetry.control;

import org.jspecify.annotations.NullMarked;
