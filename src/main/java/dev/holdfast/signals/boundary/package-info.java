@NullMarked
package dev.holdfast.signals.boundary;

import org.jspecify.annotations.NullMarked;
