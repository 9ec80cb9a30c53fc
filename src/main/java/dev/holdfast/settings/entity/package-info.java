@NullMarked
package dev.holdfast.settings.entity;

import org.jspecify.annotations.NullMarked;
