@NullMarked
package dev.holdfast.drive.entity;

import org.jspecify.annotations.NullMarked;
