@NullMarked
package dev.holdfast.gateway.control;

import org.jspecify.annotations.NullMarked;
