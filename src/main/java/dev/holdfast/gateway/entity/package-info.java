@NullMarked
package dev.holdfast.gateway.entity;

import org.jspecify.annotations.NullMarked;
