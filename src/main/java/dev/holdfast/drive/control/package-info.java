@NullMarked
package dev.holdfast.drive.control;

import org.jspecify.annotations.NullMarked;
