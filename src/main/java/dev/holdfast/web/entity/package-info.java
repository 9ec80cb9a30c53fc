@NullMarked
package dev.holdfast.web.entity;

import org.jspecify.annotations.NullMarked;
