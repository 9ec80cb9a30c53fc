@NullMarked
package dev.holdfast.openapi.boundary;

import org.jspecify.annotations.NullMarked;
