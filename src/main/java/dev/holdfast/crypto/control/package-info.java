@NullMarked
package dev.holdfast.crypto.control;

import org.jspecify.annotations.NullMarked;
