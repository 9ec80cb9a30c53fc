@NullMarked
package dev.holdfast.signals.control;

import org.jspecify.annotations.NullMarked;
