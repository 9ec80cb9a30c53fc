@NullMarked
package dev.holdfast.admin.entity;

import org.jspecify.annotations.NullMarked;
