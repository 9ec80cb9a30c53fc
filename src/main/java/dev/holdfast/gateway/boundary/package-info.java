@NullMarked
package dev.holdfast.gateway.boundary;

import org.jspecify.annotations.NullMarked;
