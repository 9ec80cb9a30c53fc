@NullMarked
package dev.holdfast.crypto.boundary;

import org.jspecify.annotations.NullMarked;
