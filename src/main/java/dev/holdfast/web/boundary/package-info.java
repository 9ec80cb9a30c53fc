@NullMarked
package dev.holdfast.web.boundary;

import org.jspecify.annotations.NullMarked;
