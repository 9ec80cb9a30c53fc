@NullMarked
package dev.holdfast.gemini.control;

import org.jspecify.annotations.NullMarked;
