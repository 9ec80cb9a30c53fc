@NullMarked
package dev.holdfast.signals.entity;

import org.jspecify.annotations.NullMarked;
