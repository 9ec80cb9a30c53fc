@NullMarked
package dev.holdfast.doctor.entity;

import org.jspecify.annotations.NullMarked;
