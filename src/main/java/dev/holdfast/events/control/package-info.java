@NullMarked
package dev.holdfast.events.control;

import org.jspecify.annotations.NullMarked;
