@NullMarked
package dev.holdfast.telemetry.entity;

import org.jspecify.annotations.NullMarked;
