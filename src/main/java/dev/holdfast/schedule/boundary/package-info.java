@NullMarked
package dev.holdfast.schedule.boundary;

import org.jspecify.annotations.NullMarked;
