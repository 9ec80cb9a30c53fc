@NullMarked
package dev.holdfast.gemini.entity;

import org.jspecify.annotations.NullMarked;
