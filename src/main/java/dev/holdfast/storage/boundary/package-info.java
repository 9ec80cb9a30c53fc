@NullMarked
package dev.holdfast.storage.boundary;

import org.jspecify.annotations.NullMarked;
