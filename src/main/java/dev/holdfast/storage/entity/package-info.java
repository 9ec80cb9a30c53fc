@NullMarked
package dev.holdfast.storage.entity;

import org.jspecify.annotations.NullMarked;
