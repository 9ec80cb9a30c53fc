@NullMarked
package dev.holdfast.settings.control;

import org.jspecify.annotations.NullMarked;
