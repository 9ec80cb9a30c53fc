@NullMarked
package dev.holdfast.events.entity;

import org.jspecify.annotations.NullMarked;
