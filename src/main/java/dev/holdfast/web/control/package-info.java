@NullMarked
package dev.holdfast.web.control;

import org.jspecify.annotations.NullMarked;
