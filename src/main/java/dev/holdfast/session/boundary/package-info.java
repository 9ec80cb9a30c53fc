@NullMarked
package dev.holdfast.session.boundary;

import org.jspecify.annotations.NullMarked;
