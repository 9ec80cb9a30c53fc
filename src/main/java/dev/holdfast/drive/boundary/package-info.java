@NullMarked
package dev.holdfast.drive.boundary;

import org.jspecify.annotations.NullMarked;
