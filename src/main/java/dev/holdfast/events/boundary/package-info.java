@NullMarked
package dev.holdfast.events.boundary;

import org.jspecify.annotations.NullMarked;
