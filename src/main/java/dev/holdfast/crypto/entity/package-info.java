@NullMarked
package dev.holdfast.crypto.entity;

import org.jspecify.annotations.NullMarked;
