@NullMarked
package dev.holdfast.gemini.boundary;

import org.jspecify.annotations.NullMarked;
