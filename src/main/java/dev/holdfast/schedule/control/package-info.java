@NullMarked
package dev.holdfast.schedule.control;

import org.jspecify.annotations.NullMarked;
