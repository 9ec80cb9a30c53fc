@NullMarked
package dev.holdfast.doctor.control;

import org.jspecify.annotations.NullMarked;
