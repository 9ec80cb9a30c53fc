@NullMarked
package dev.holdfast.storage.control;

import org.jspecify.annotations.NullMarked;
